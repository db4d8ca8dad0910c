import { ClusterRole, policy, violation } from "@policyc/sdk";

const edits = ["create", "patch", "update"];

export default policy({
  name: "block-endpoint-edit-default-role",
  title: "No Endpoints for the default edit role",
  description:
    "The ClusterRole `system:aggregate-to-edit` must not allow to create, patch or update Endpoints.",
  rationale:
    "Whoever may write Endpoints sends the traffic of a load balancer or Ingress to any address, past network policies (CVE-2021-25740). Clusters that were made before Kubernetes 1.22 still have the rule.",
  remediation:
    'Remove `endpoints` from the role, and annotate it with `rbac.authorization.kubernetes.io/autoupdate: "false"` where the API server is older than 1.22.',
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [ClusterRole],
  gatekeeper: { kind: "K8sBlockEndpointEditDefaultRole" },
  *check({ object }) {
    if (object.metadata.name !== "system:aggregate-to-edit") return;
    for (const rule of object.rules ?? []) {
      if (!(rule.resources ?? []).includes("endpoints")) continue;
      if (!rule.verbs.some((verb) => edits.includes(verb))) continue;
      yield violation(
        "ClusterRole system:aggregate-to-edit should not allow endpoint edit permissions. For k8s version < 1.22, the Cluster Role should be annotated with rbac.authorization.kubernetes.io/autoupdate=false to prevent autoreconciliation back to default permissions for this role.",
        rule,
      );
    }
  },
});
