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
    const counts = { tty: 0, stdin: 0 };
    const held = [counts];
    for (const c of object.spec.containers) if (c.tty) counts.tty++;
    // PC1202 at column 56
    const groups = new Map<string, string[]>();
    for (const c of object.spec.containers) {
      const group = groups.get(c.name);
      if (group !== undefined) {
        group.push(c.name);
        // PC1202 at column 9
        continue;
      }
      groups.set(c.name, ["first"]);
    }
    for (const [name, group] of groups) if (group.length > 1) yield violation(name);
    yield violation(`${same.join()} ${held.length}`);
  },
});
