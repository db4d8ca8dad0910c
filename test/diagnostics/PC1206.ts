import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const keys = Object.keys(object.metadata.labels ?? {});
    if (keys.includes("app")) yield violation(keys.join(", "));
    // PC1206 at column 47
  },
});
