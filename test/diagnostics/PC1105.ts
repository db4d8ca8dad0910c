import { type Container, Pod, policy, violation } from "@policyc/sdk";

function texts(c: Container): string | string[] {
  if (c.image === undefined) return c.name;
  return [c.name, c.image];
}

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const all = object.spec.containers.flatMap((c) => texts(c));
    // PC1105 at column 55
    yield violation(all.join());
  },
});
