import {
  globMatches,
  type LabelSelector,
  MutatingWebhookConfiguration,
  parameters,
  policy,
  ValidatingWebhookConfiguration,
  violation,
} from "@policyc/sdk";
import { looksAtAdmission } from "../../modules/unreachable.js";

interface Params {
  /** The configurations whose webhooks are there to refuse, by name; `*` at either end is a wildcard. */
  enforcing: string[];
  /** The namespaces that they may leave out by name; `*` at either end is a wildcard. */
  exemptNamespaces?: string[];
}

export default policy({
  name: "admission-webhooks",
  title: "Policy engines are asked about everything, and fail closed",
  description:
    "The webhooks of policy engines must have `failurePolicy: Fail`: what they cannot be asked about is refused. They must be asked about every namespace but the listed ones, and about objects whatever their labels are. Audits and background scans find it: an API server asks nobody about the configuration of admission itself.",
  rationale:
    "With `Ignore` everything is let in while the engine is down, restarts or is slow, and whoever can make it so has switched the policies off. A selector does it more quietly: an object with the right label, or a namespace without it, is never seen.",
  remediation:
    "Run the engine with several replicas and a disruption budget, leave its own namespace and kube-system out by `namespaceSelector`, then set `failurePolicy: Fail`. Remove `objectSelector`, and labels that `namespaceSelector` asks for; exempt in the policies what must be exempt.",
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
  unreachable: looksAtAdmission,
  params: parameters<Params>({
    enforcing: ["gatekeeper-validating-*", "kyverno-resource-validating-*"],
    exemptNamespaces: ["kube-*", "gatekeeper-system", "kyverno"],
  }),
  *check({ object, params }) {
    const { name } = object.metadata;
    if (!params.enforcing.some((pattern) => globMatches(pattern, name))) return;
    for (const webhook of object.webhooks ?? []) {
      const who = `webhook <${webhook.name}> of <${name}>`;
      const { namespaceSelector = {}, objectSelector = {} } = webhook;
      if (webhook.failurePolicy === "Ignore")
        yield violation(`${who} lets in what it cannot be asked about`, webhook);
      if (!isEmpty(objectSelector))
        yield violation(`${who} is not asked about every object: it selects by their labels`, objectSelector);
      if (asksForLabels(namespaceSelector))
        yield violation(`${who} is asked about namespaces with a label alone`, namespaceSelector);
      for (const left of leftOut(namespaceSelector)) {
        if (!(params.exemptNamespaces ?? []).some((pattern) => globMatches(pattern, left)))
          yield violation(`${who} is not asked about namespace <${left}>`, namespaceSelector);
      }
    }
  },
});

function isEmpty({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

/** A namespace that nobody labels is not selected. */
function asksForLabels({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return (
    Object.keys(matchLabels).length > 0 ||
    matchExpressions.some(({ operator }) => operator === "In" || operator === "Exists")
  );
}

/** By name; a label that takes a namespace out is guarded by the engine that reads it. */
function leftOut({ matchExpressions = [] }: LabelSelector): string[] {
  return matchExpressions
    .filter(({ key, operator }) => key === "kubernetes.io/metadata.name" && operator === "NotIn")
    .flatMap(({ values }) => values ?? []);
}
