import { policy, Service } from "@policyc/sdk";

export default policy({
  name: "restrict-nodeport",
  title: "No node ports",
  description: "Services must not be reached by a port of every node.",
  severity: "medium",
  match: [Service],
  kyverno: { rule: "validate-nodeport" },
  require: ({ object }) => object.spec?.type !== "NodePort",
  message: "Services of type NodePort are not allowed",
});
