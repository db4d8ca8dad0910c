import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAway, isBuiltInRole } from "../../modules/roles.js";

/**
 * A hand inside a running pod. `get` counts as much as `create`: exec, attach and port-forward over WebSocket
 * are GET requests, which a cluster before 1.35 authorizes as `get`.
 */
const streams = {
  group: "",
  resources: ["pods/exec", "pods/attach", "pods/portforward"],
  verbs: ["create", "get"],
} as const;

/** Adds a container to a running pod: `kubectl debug`. */
const debugging = { group: "", resources: ["pods/ephemeralcontainers"], verbs: ["update", "patch"] } as const;

export default policy({
  name: "pod-access",
  title: "No way into running pods",
  description:
    "A role must not grant exec, attach, port-forward or ephemeral containers: a pod is changed by deploying it anew.",
  rationale:
    "Whoever can run commands in a pod has its secrets, its service account and its network position, past every check at admission.",
  remediation:
    "Remove the sub-resource from the role. Where people must debug, give the role to a group that is used for that alone, for a short time, and exempt it.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/AC-17",
    "MITRE-ATTACK-16/T1609",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    if (isBuiltInRole(object)) return;
    for (const rule of object.rules ?? []) {
      yield* givenAway(object, rule, streams);
      yield* givenAway(object, rule, debugging);
    }
  },
});
