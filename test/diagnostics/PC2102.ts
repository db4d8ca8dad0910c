import { Pod, policy, violation } from "@policyc/sdk";

const tokens = [Pod];

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [tokens.at(0) ?? Pod],
  // PC2102 at column 11
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});
