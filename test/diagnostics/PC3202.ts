import { inventory, Namespace, Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (inventory(Namespace).length > 9) yield violation(object.metadata.name);
    // PC3202 at column 9
  },
});
