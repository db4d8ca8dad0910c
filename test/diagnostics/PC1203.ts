import { Pod, policy, violation } from "@policyc/sdk";

function depth(n: number): number {
  return n <= 0 ? 0 : 1 + depth(n - 1);
  // PC1203 at column 27
}

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check() {
    yield violation(`${depth(3)}`);
  },
});
