import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (object.spec.hostNetwork === false) yield violation("off");
    // PC1106 at column 9
  },
});
