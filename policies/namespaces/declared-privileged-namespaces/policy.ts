import { globMatches, Namespace, parameters, policy, violation } from "@policyc/sdk";
import { podSecurityLabel } from "../../modules/pod-security/namespace-labels.js";

interface Params {
  /** Namespaces that may be privileged; `*` at either end is a wildcard. */
  allowedNamespaces?: string[];
}

export default policy({
  name: "declared-privileged-namespaces",
  title: "Privileged namespaces are declared",
  description: "A Namespace must not enforce the level `privileged` of Pod Security, unless it is declared.",
  rationale:
    "Enforcing `privileged` exempts every pod of the namespace from the Pod Security Standards, and whoever may edit the Namespace can set it.",
  remediation:
    "Enforce `baseline` or `restricted`, or have the namespace added to `allowedNamespaces` by those who own the policies. `policyc levels` tells which level its workloads meet.",
  severity: "high",
  controls: [
    "PSS/namespace-labels",
    "CIS-2.0/5.2.1",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K04",
    "OWASP-K8S-2025/K04",
    "MITRE-ATTACK-16/T1562.001",
    "NIST-800-53-5/CM-6",
  ],
  // The labels of Pod Security are that policy's subject: it says which levels a namespace may enforce.
  coveredBy: ["pod-security-namespace-labels"],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [Namespace],
  params: parameters<Params>({ allowedNamespaces: ["kube-system", "kube-node-lease"] }),
  *check({ object, params }) {
    const { name, labels } = object.metadata;
    const isDeclared = (params.allowedNamespaces ?? []).some((pattern) => globMatches(pattern, name));
    if (labels?.[podSecurityLabel("enforce")] === "privileged" && !isDeclared)
      yield violation(
        `Namespace <${name}> is exempt from Pod Security: it enforces privileged`,
        object.metadata,
      );
  },
});
