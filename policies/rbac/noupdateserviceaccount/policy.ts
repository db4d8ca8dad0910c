import { parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** Groups that may change service accounts. */
  allowedGroups?: string[];
  /** Users that may change service accounts. */
  allowedUsers?: string[];
}

export default policy({
  name: "noupdateserviceaccount",
  title: "No change of service accounts",
  description:
    "Nobody but the listed users and groups may change the service account of a workload that exists. Workloads must name one, since what is not named can be changed by whoever changes the default.",
  rationale:
    "Whoever may update a workload but not create one must not be able to give it the powers of another account.",
  remediation: "Ask somebody who may, or make a new workload.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/authorization", "OWASP-K8S-2022/K03", "OWASP-K8S-2025/K02", "NIST-800-53-5/AC-6"],
  rollout: { difficulty: "high", effect: "medium", load: "medium" },
  match: workloads,
  gatekeeper: { kind: "NoUpdateServiceAccount" },
  params: parameters<Params>({ allowedGroups: [], allowedUsers: [] }),
  *check({ object, oldObject, params, request }) {
    // Audit knows neither the operation nor the user.
    if (request.operation !== "UPDATE" || oldObject === undefined) return;
    const before = podSpec(oldObject).serviceAccountName ?? "";
    const after = podSpec(object).serviceAccountName ?? "";
    if (after === "") {
      yield violation("missing serviceAccountName field in object under review", podSpec(object));
    }
    if (before === "") {
      yield violation("missing serviceAccountName field in oldObject under review", podSpec(object));
    }
    const username = request.userInfo?.username ?? "";
    const groups = request.userInfo?.groups ?? [];
    const isTrusted =
      (params.allowedUsers ?? []).includes(username) ||
      (params.allowedGroups ?? []).some((group) => groups.includes(group));
    if (before !== "" && after !== "" && before !== after && !isTrusted) {
      yield violation("user does not have permission to modify serviceAccountName", podSpec(object));
    }
  },
});
