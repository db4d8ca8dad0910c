import { Pod, policy, violation } from "@policyc/sdk";

function next<T extends number>(n: T): number {
  return n + 1;
  // PC1105 at column 10
}

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(`${next(object.spec.containers.length)}`);
  },
});
