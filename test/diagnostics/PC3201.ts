import { Pod, policy, sorted, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(sorted(object.spec.containers.map((c) => c.name)).join());
    // PC3201 at column 21
  },
});
