import { parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { containersWithRoles } from "../../modules/container-roles.js";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isWindows } from "../../modules/pod-security/operating-system.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /** The capabilities that may be added; `*` allows all. */
  allowedCapabilities?: string[];
  /** The capabilities that must be dropped; dropping `ALL` drops them too. */
  requiredDropCapabilities?: string[];
}

/** How messages name the three kinds of containers. */
const titles = {
  container: "container",
  initContainer: "init container",
  ephemeralContainer: "ephemeral container",
} as const;

export default policy({
  name: "capabilities",
  title: "Capabilities",
  description:
    "Containers may only add the listed Linux capabilities, and must drop the required ones. Pods of Windows (`os.name`) cannot say it, and are left alone.",
  rationale:
    "Capabilities are root's powers one by one: with SYS_ADMIN, SYS_PTRACE or NET_RAW a container reaches its node or its neighbours.",
  remediation: "Set `securityContext.capabilities.drop: [ALL]` and add back only what the container needs.",
  severity: "high",
  controls: [
    "PSS/restricted/capabilities",
    "PSS/baseline/capabilities",
    "CIS-2.0/5.2.9",
    "CIS-1.10/5.2.9",
    "NIST-800-190/4.4.3",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  coveredBy: ["restricted-capabilities"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPCapabilities" },
  params: parameters<Params>({
    allowedCapabilities: ["NET_BIND_SERVICE"],
    requiredDropCapabilities: ["ALL"],
  }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request) || isWindows(podSpec(object))) return;
    const allowed = params.allowedCapabilities ?? [];
    const required = params.requiredDropCapabilities ?? [];
    for (const { role, container } of containersWithRoles(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      const { add: added = [], drop: dropped = [] } = container.securityContext?.capabilities ?? {};
      if (!allowed.includes("*") && !added.every((capability) => allowed.includes(capability))) {
        yield violation(
          `${titles[role]} <${container.name}> has a disallowed capability. Allowed capabilities are [${allowed.join(", ")}]`,
          container,
        );
      }
      const dropsAll = dropped.includes("ALL") || dropped.includes("all");
      if (!dropsAll && !required.every((capability) => dropped.includes(capability))) {
        yield violation(
          `${titles[role]} <${container.name}> is not dropping all required capabilities. Container must drop all of [${required.join(", ")}] or "ALL"`,
          container,
        );
      }
    }
  },
});
