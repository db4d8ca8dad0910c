import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (object.spec.restartPolicy == "Never") yield violation("must restart");
    // PC1012 at column 9
  },
});
