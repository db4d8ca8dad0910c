import {
  ClusterRoleBinding,
  globMatches,
  parameters,
  policy,
  RoleBinding,
  Secret,
  violation,
} from "@policyc/sdk";

interface Params {
  /** The roles that nodes need to join, which tokens for it may have; `*` at either end is a wildcard. */
  roles: string[];
}

export default policy({
  name: "bootstrap-tokens",
  title: "Bootstrap tokens let nodes join, and end",
  description:
    "A Secret with a bootstrap token must have an `expiration`, and its groups may be bound to the roles alone that a node needs to join.",
  rationale:
    "Whoever has the token joins a machine of his own, and is given pods and their Secrets. Tokens are handed around in scripts and images of machines; one that never ends is found years later, and what else its group may do, everybody who has it may.",
  remediation:
    "Make a token when a node joins (`kubeadm token create`, which ends after 24 hours), and let people and programs log in as themselves.",
  severity: "high",
  controls: [
    "CIS-2.0/3.1.3",
    "NSA-CISA-1.2/authentication",
    "NIST-800-53-5/IA-5",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K09",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Secret, ClusterRoleBinding, RoleBinding],
  params: parameters<Params>({
    roles: [
      "kubeadm:*",
      "system:node-bootstrapper",
      "system:certificates.k8s.io:certificatesigningrequests:nodeclient",
    ],
  }),
  *check({ object, params }) {
    if (object.kind === "Secret") {
      if (object.type === "bootstrap.kubernetes.io/token" && !ends(object))
        yield violation(`Secret <${object.metadata.name}> holds a bootstrap token that never ends`);
      return;
    }
    const { name } = object.roleRef;
    if (params.roles.some((pattern) => globMatches(pattern, name))) return;
    for (const subject of object.subjects ?? []) {
      if (subject.kind === "Group" && `${subject.name}:`.startsWith("system:bootstrappers:"))
        yield violation(
          `${object.kind} <${object.metadata.name}> gives ${name} to whoever has a bootstrap token: ${subject.name}`,
          subject,
        );
    }
  },
});

/** Not when: in the cluster the value is base64. */
function ends({ data = {}, stringData = {} }: Secret): boolean {
  return "expiration" in data || "expiration" in stringData;
}
