import { Ingress, policy } from "@policyc/sdk";

export default policy({
  name: "restrict-ingress-defaultbackend",
  title: "No default backend",
  description: "An Ingress may not take what no rule is for.",
  severity: "medium",
  match: [Ingress],
  require: ({ object }) => object.spec?.defaultBackend === undefined,
  message: "defaultBackend is not allowed",
});
