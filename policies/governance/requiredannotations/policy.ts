import { Namespace, parameters, policy, regexMatches, violation, workloads } from "@policyc/sdk";

interface RequiredAnnotation {
  /** The annotation's key. */
  key?: string;
  /** A regular expression (RE2) that the annotation's value must match somewhere. Anchor it with `^` and `$`. */
  allowedRegex?: string;
}

interface Params {
  /** Said instead of the built-in message when an annotation is missing. */
  message?: string;
  /** The annotations that an object must have. */
  annotations?: RequiredAnnotation[];
}

export default policy({
  name: "requiredannotations",
  title: "Required annotations",
  description: "Objects must carry the listed annotations, with values that match.",
  rationale:
    "Annotations tell people and tools what to do with an object: whom to call, what it costs, where its source is.",
  remediation: "Add the missing annotation under `metadata.annotations`.",
  severity: "low",
  controls: [],
  rollout: { difficulty: "medium", effect: "low", load: "low" },
  match: [Namespace, ...workloads],
  gatekeeper: { kind: "K8sRequiredAnnotations" },
  params: parameters<Params>({ annotations: [] }),
  *check({ object, params }) {
    const annotations = object.metadata.annotations ?? {};
    const required = params.annotations ?? [];
    const missing = required.filter(({ key = "" }) => !(key in annotations)).map(({ key }) => key ?? "");
    if (missing.length > 0) {
      yield violation(
        params.message ?? `you must provide annotation(s): ${missing.join(", ")}`,
        object.metadata,
      );
    }
    for (const { key = "", allowedRegex = "" } of required) {
      const value = annotations[key];
      if (value === undefined || regexMatches(allowedRegex, value)) continue;
      yield violation(
        `Annotation <${key}: ${value}> does not satisfy allowed regex: ${allowedRegex}`,
        object.metadata,
      );
    }
  },
});
