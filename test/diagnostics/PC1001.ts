import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (let i = 0; i < object.spec.containers.length; i++) {
    // PC1001 at column 5
      yield violation(`container ${i}`);
    }
  },
});
