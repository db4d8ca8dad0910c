import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (object.spec.containres.length > 3) yield violation("too many");
    // PC1100 at column 21
  },
});
