import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(`containers: ${object.spec.containers.map((c) => c.name)}`);
    // PC1301 at column 36
  },
});
