import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "example".toUpperCase(),
  // PC2002 at column 10
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});
