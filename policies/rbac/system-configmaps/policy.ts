import { ClusterRole, globMatches, parameters, policy, Role } from "@policyc/sdk";
import { givenAway, isBuiltInRole, isForAll } from "../../modules/roles.js";

interface Params {
  /** Namespaces whose ConfigMaps configure the cluster. */
  namespaces: string[];
  /** ConfigMaps that nobody but the platform may change, by name, in a role for all namespaces too; `*` and `?` are wildcards. */
  protected: string[];
}

/** Creating one is no harm: what the cluster reads is there. */
const changing = {
  group: "",
  resources: ["configmaps"],
  verbs: ["update", "patch", "delete", "deletecollection"],
} as const;

export default policy({
  name: "system-configmaps",
  title: "The cluster's own settings are changed by few",
  description:
    "A role must not grant changes of ConfigMaps in kube-system: neither of all of them, in a Role there or in a ClusterRole, nor of those by name that configure the cluster.",
  rationale:
    "There lie the names that the cluster resolves (coredns), who is which user and group (aws-auth on EKS), and how nodes are set up: a right to write ConfigMaps in kube-system is a way to become cluster-admin that no binding shows.",
  remediation:
    "Use a Role in the namespace of the workload, or name its own ConfigMaps in `resourceNames`. Elections of leaders use Leases.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/CM-5",
    "MITRE-ATTACK-16/T1098",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  params: parameters<Params>({
    namespaces: ["kube-system"],
    protected: [
      "aws-auth",
      "coredns",
      "coredns-custom",
      "extension-apiserver-authentication",
      "kube-proxy",
      "kubeadm-config",
      "kubelet-config*",
    ],
  }),
  *check({ object, params }) {
    if (isBuiltInRole(object)) return;
    const isThere = params.namespaces.includes(object.metadata.namespace ?? "");
    if (object.kind === "Role" && !isThere) return;
    for (const rule of object.rules ?? []) {
      const isProtected = (rule.resourceNames ?? []).some((name) =>
        params.protected.some((pattern) => globMatches(pattern, name)),
      );
      if (isForAll(rule) || isProtected) yield* givenAway(object, rule, changing);
    }
  },
});
