import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (/^(?!kube-)/.test(object.metadata.name)) yield violation("name");
    // PC1310 at column 9
  },
});
