import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const names: string[] = [];
    const same = names;
    for (const c of object.spec.containers) names.push(c.name);
    // PC1202 at column 45
    yield violation(same.join());
  },
});
