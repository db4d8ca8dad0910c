import { Ingress, parameters, policy } from "@policyc/sdk";

interface Params {
  /** The classes, as the annotation `kubernetes.io/ingress.class` has them. */
  classes: string[];
}

export default policy({
  name: "restrict-ingress-classes",
  title: "Known ingress classes",
  description: "An Ingress must be for one of the controllers of the cluster.",
  severity: "medium",
  match: [Ingress],
  kyverno: { rule: "validate-ingress" },
  params: parameters<Params>({ classes: ["HAProxy", "nginx"] }),
  require: ({ object, params }) =>
    params.classes.includes(object.metadata.annotations?.["kubernetes.io/ingress.class"] ?? ""),
  message: "unknown ingress class",
});
