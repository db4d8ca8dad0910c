import { Namespace, parameters, policy, regexMatches, violation, workloads } from "@policyc/sdk";

interface RequiredLabel {
  /** The label's key. */
  key: string;
  /** A regular expression (RE2) that the label's value must match somewhere. Anchor it with `^` and `$`. */
  allowedRegex?: string;
}

interface Params {
  /** Said instead of the built-in message when a label is missing. */
  message?: string;
  /** The labels that an object must have. */
  labels?: RequiredLabel[];
}

export default policy({
  name: "requiredlabels",
  title: "Required labels",
  description: "Objects must carry the listed labels, with values that match.",
  rationale: "Labels tell who owns an object, what it costs and whom to call; without them nobody can.",
  remediation: "Add the missing label under `metadata.labels`.",
  severity: "low",
  controls: ["NIST-800-53-5/CM-8"],
  rollout: { difficulty: "medium", effect: "low", load: "low" },
  match: [Namespace, ...workloads],
  gatekeeper: { kind: "K8sRequiredLabels" },
  // Which labels is for the organisation to say: until it does, nothing is missing.
  params: parameters<Params>({ labels: [] }),
  *check({ object, params }) {
    const labels = object.metadata.labels ?? {};
    const required = params.labels ?? [];
    const missing = required.filter(({ key }) => !(key in labels)).map(({ key }) => key);
    if (missing.length > 0) {
      yield violation(params.message ?? `you must provide labels: ${missing.join(", ")}`, object.metadata);
    }
    for (const { key, allowedRegex } of required) {
      const value = labels[key];
      if (value === undefined || allowedRegex === undefined || regexMatches(allowedRegex, value)) continue;
      yield violation(
        `Label <${key}: ${value}> does not satisfy allowed regex: ${allowedRegex}`,
        object.metadata,
      );
    }
  },
});
