import { Pod, policy } from "@policyc/sdk";

export default policy({
  name: "restrict-runtimeclass",
  title: "Allowed runtimes",
  description: "Pods may choose between two runtimes only.",
  severity: "medium",
  match: [Pod],
  kyverno: { rule: "prodclass-or-expclass" },
  require: ({ object }) => ["prodclass", "expclass"].includes(object.spec.runtimeClassName ?? "prodclass"),
  message: "only the runtime classes prodclass and expclass may be used",
});
