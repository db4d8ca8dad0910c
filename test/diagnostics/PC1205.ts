import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (const c of object.spec.containers) {
      c.name.startsWith("a");
      // PC1205 at column 7
    }
    yield* object.spec.containers.map((c) => violation(c.name, c)).values();
    // PC1205 at column 5
  },
});
