import { inventory, Namespace, Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (inventory(Namespace, { namespace: "a" }).length > 0) yield violation(object.metadata.name);
    // PC2105 at column 30
  },
});
