import {
  globMatches,
  MutatingWebhookConfiguration,
  parameters,
  policy,
  ValidatingWebhookConfiguration,
  violation,
} from "@policyc/sdk";

interface Params {
  /** The configurations whose webhooks are there to refuse, by name; `*` at either end is a wildcard. */
  enforcing: string[];
}

export default policy({
  name: "admission-webhooks",
  title: "Policy engines fail closed",
  description:
    "The webhooks of policy engines must have `failurePolicy: Fail`: what they cannot be asked about is refused. Audits and background scans find it: an API server asks nobody about the configuration of admission itself.",
  rationale:
    "With `Ignore` everything is let in while the engine is down, restarts or is slow, and whoever can make it so has switched the policies off.",
  remediation:
    "Run the engine with several replicas and a disruption budget, leave its own namespace and kube-system out by `namespaceSelector`, then set `failurePolicy: Fail`.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.2.1",
    "OWASP-K8S-2022/K04",
    "OWASP-K8S-2025/K04",
    "NIST-800-53-5/SC-24",
    "MITRE-ATTACK-16/T1562.001",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: [ValidatingWebhookConfiguration, MutatingWebhookConfiguration],
  unreachable: {
    vap: "an API server asks no admission policy about the configuration of admission, and audits nothing by itself",
  },
  params: parameters<Params>({ enforcing: ["gatekeeper-validating-*", "kyverno-resource-validating-*"] }),
  *check({ object, params }) {
    const { name } = object.metadata;
    if (!params.enforcing.some((pattern) => globMatches(pattern, name))) return;
    for (const webhook of object.webhooks ?? []) {
      if (webhook.failurePolicy === "Ignore") {
        yield violation(
          `webhook <${webhook.name}> of <${name}> lets in what it cannot be asked about`,
          webhook,
        );
      }
    }
  },
});
