import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const order = object.metadata.name.localeCompare("b");
    // PC1020 at column 40
    if (order < 0) yield violation("too early");
  },
});
