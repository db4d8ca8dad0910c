import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAllOfCluster } from "../../modules/roles.js";

const writing = ["create", "update", "patch", "delete", "deletecollection"] as const;

/** The status has the node's resources and addresses; its update takes labels along, too. */
const nodes = [
  { group: "", resources: ["nodes"], verbs: writing },
  { group: "", resources: ["nodes/status"], verbs: ["update", "patch"] },
] as const;

export default policy({
  name: "node-changes",
  title: "Nodes are changed by few",
  description: "A role must not grant writing on Nodes or their status, but for nodes that it names.",
  rationale:
    "Labels and taints decide where pods run: who writes them draws pods with stronger service accounts to a node that he holds, or clears every other node. With the status he changes the address that logs and exec go to.",
  remediation:
    "Leave Nodes to the kubelet, which may write its own alone, and to the controllers that make them, whose roles are exempt; people use `kubectl drain` with a role for emergencies.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-190/4.3.4",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAllOfCluster(object, nodes);
  },
});
