import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const first = object.spec.containers[0]!;
    // PC1101 at column 19
    yield violation(first.name);
  },
});
