import { Pod, policy, violation } from "@policyc/sdk";

let limit = 3;

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (object.spec.containers.length > limit) yield violation("too many");
    // PC1022 at column 41
  },
});
