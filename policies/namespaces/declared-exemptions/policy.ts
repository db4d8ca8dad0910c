import { globMatches, Namespace, parameters, policy, violation } from "@policyc/sdk";

interface ExemptingLabel {
  /** The label's key. */
  key: string;
  /** The values that exempt; any value where this is absent. */
  values?: string[];
}

interface Params {
  /** Labels that take a namespace out of a check. */
  labels?: ExemptingLabel[];
  /** Namespaces that may have them; `*` at either end is a wildcard. */
  allowedNamespaces?: string[];
}

export default policy({
  name: "declared-exemptions",
  title: "Exempt namespaces are declared",
  description:
    "A Namespace must not carry a label that exempts it from a policy engine or from the checks of images, unless it is declared.",
  rationale:
    "One label switches a policy engine off for a whole namespace, and whoever may edit the Namespace can set it.",
  remediation:
    "Remove the label, or have the namespace added to `allowedNamespaces` by those who own the policies.",
  severity: "high",
  controls: [
    "CIS-2.0/5.2.1",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K04",
    "OWASP-K8S-2025/K04",
    "MITRE-ATTACK-16/T1562.001",
    "NIST-800-53-5/CM-6",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [Namespace],
  params: parameters<Params>({
    labels: [
      { key: "admission.gatekeeper.sh/ignore" },
      { key: "policy.sigstore.dev/exclude", values: ["true"] },
    ],
    allowedNamespaces: ["kube-system", "kube-public", "kube-node-lease", "gatekeeper-system", "kyverno"],
  }),
  *check({ object, params }) {
    const { name, labels } = object.metadata;
    if ((params.allowedNamespaces ?? []).some((pattern) => globMatches(pattern, name))) return;
    for (const { key, values } of params.labels ?? []) {
      const value = labels?.[key];
      if (value === undefined || (values !== undefined && !values.includes(value))) continue;
      yield violation(`Namespace <${name}> is exempt by its label ${key}=${value}`, object.metadata);
    }
  },
});
