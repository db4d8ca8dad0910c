import { Namespace, parameters, policy, violation } from "@policyc/sdk";

interface Params {
  /** Groups that may: a request does not say which ClusterRoles its user is bound to. */
  administrators: string[];
}

export default policy({
  name: "deny-privileged-profile",
  title: "No privileged Namespaces",
  description: "Only administrators may give a Namespace the Pod Security level `privileged`.",
  severity: "high",
  match: {
    kinds: [Namespace],
    labelSelector: { matchLabels: { "pod-security.kubernetes.io/enforce": "privileged" } },
  },
  kyverno: { rule: "check-privileged" },
  params: parameters<Params>({ administrators: ["system:masters"] }),
  *check({ object, params, request }) {
    const groups = request.userInfo?.groups ?? [];
    if (!groups.some((group) => params.administrators.includes(group)))
      yield violation(`Namespace <${object.metadata.name}> may not have the privileged level`);
  },
});
