import { parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** The names of PriorityClasses by namespace; `""` lets pods have none. */
  allowed: { [namespace: string]: string[] };
}

export default policy({
  name: "allowed-podpriorities",
  title: "Allowed pod priorities",
  description: "Pods may only have a PriorityClass that their namespace is given.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "validate-pod-priority", context: { "podprioritydict.data": "allowed" } },
  // Kyverno's policy keeps the list in the ConfigMap `allowed-pod-priorities`.
  params: parameters<Params>({ allowed: {} }),
  *check({ object, params }) {
    const namespace = object.metadata.namespace ?? "";
    const allowed = params.allowed[namespace] ?? [""];
    const wanted = podSpec(object).priorityClassName ?? "";
    if (!allowed.includes(wanted))
      yield violation(
        `the PriorityClass <${wanted}> is not one of those allowed in namespace <${namespace}>: ${allowed.join(", ")}`,
      );
  },
});
