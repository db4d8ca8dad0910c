import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (object.metadata.labels === object.metadata.annotations) yield violation("same");
    // PC1102 at column 9
  },
});
