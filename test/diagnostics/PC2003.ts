import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
// PC2003 at column 23
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});
