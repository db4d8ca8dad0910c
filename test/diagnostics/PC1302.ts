import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (const value of Object.values(object.metadata.annotations ?? {}))
      if (value.length > 100) yield violation("too long");
      // PC1302 at column 11
  },
});
