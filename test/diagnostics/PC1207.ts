import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check() {
    if (Math.random() > 0.5) yield violation("unlucky");
    // PC1207 at column 9
  },
});
