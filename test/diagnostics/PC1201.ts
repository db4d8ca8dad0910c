import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    let before = "";
    for (const c of object.spec.containers) {
      if (c.image === before) yield violation(`${c.name} repeats an image`);
      before = c.image ?? "";
      // PC1201 at column 7
    }
  },
});
