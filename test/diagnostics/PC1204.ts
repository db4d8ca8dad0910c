import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (const c of object.spec.containers) {
      if (c.image === undefined) {
        yield violation(`${c.name} has no image`);
        return;
        // PC1204 at column 9
      }
    }
  },
});
