import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "Example_1",
  // PC2004 at column 9
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});
