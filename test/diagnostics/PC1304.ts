import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (const value of Object.values(object.metadata.annotations ?? {}))
      yield violation(`starts with ${value.slice(0, 10)}`);
    // PC1304 at column 38
  },
});
