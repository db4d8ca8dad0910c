import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayOfCluster, isBuiltInRole } from "../../modules/roles.js";

/** Reading is enough: the kubelet runs commands on requests that arrive as GET over WebSocket. */
const kubelet = {
  group: "",
  resources: ["nodes/proxy"],
  verbs: ["get", "create", "update", "patch", "delete"],
} as const;

export default policy({
  name: "node-proxy",
  title: "No way to the kubelet",
  description: "A role must not grant anything on nodes/proxy.",
  rationale:
    "The kubelet's API runs commands in every pod of a node, past admission and past the audit log of the API server. `get` alone is enough for that.",
  remediation:
    "Grant the sub-resource that is really needed: nodes/metrics, nodes/stats, nodes/log, nodes/pods, nodes/healthz or nodes/configz.",
  severity: "critical",
  controls: [
    "CIS-2.0/5.1.10",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1609",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    if (isBuiltInRole(object)) return;
    for (const rule of object.rules ?? []) yield* givenAwayOfCluster(object, rule, kubelet);
  },
});
