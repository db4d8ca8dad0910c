import { parameters, podMetadata, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** The names of the annotations that may be used. */
  allowed: string[];
}

export default policy({
  name: "allowed-annotations",
  title: "Allowed Flux annotations",
  description: "Of the annotations of Flux only those listed may be used.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "allowed-fluxcd-annotations" },
  params: parameters<Params>({ allowed: ["fluxcd.io/cow", "fluxcd.io/dog"] }),
  *check({ object, params }) {
    for (const name of Object.keys(podMetadata(object).annotations ?? {})) {
      if (name.includes("fluxcd.io/") && !params.allowed.includes(name))
        yield violation(`the annotation <${name}> is not allowed`);
    }
  },
});
