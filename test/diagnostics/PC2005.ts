import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
// PC2005 at column 23
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});
