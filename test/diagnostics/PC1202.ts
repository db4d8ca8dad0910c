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
    yield violation(`${same.join()} ${held.length}`);
  },
});
