import { ConfigMap, policy, violation } from "@policyc/sdk";

export default policy({
  name: "argocd-access",
  title: "Argo CD knows who deploys",
  description:
    "The ConfigMaps of Argo CD must not let people in without a login, make everybody an administrator, or open terminals in pods.",
  rationale:
    "Argo CD deploys with rights on whole clusters: who is in it has these. A terminal from its web page is `kubectl exec` that no RBAC of Kubernetes decides about.",
  remediation:
    "Remove `users.anonymous.enabled`, `exec.enabled` and `server.disable.auth`; set `policy.default` to `role:readonly` or to nothing, and give roles to groups in `policy.csv`.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/authentication",
    "NSA-CISA-1.2/authorization",
    "NIST-800-53-5/IA-2",
    "NIST-800-53-5/AC-6",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K09",
    "MITRE-ATTACK-16/T1133",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [ConfigMap],
  *check({ object }) {
    const data = object.data ?? {};
    switch (object.metadata.name) {
      case "argocd-cm":
        if (data["users.anonymous.enabled"] === "true")
          yield violation("Argo CD lets everybody in: users.anonymous.enabled", data);
        if (data["exec.enabled"] === "true")
          yield violation("Argo CD opens terminals in pods: exec.enabled", data);
        return;
      case "argocd-cmd-params-cm":
        if (data["server.disable.auth"] === "true")
          yield violation("Argo CD asks nobody for a login: server.disable.auth", data);
        return;
      case "argocd-rbac-cm":
        if (data["policy.default"] === "role:admin")
          yield violation("Argo CD makes everybody an administrator: policy.default is role:admin", data);
        return;
      default:
        return;
    }
  },
});
