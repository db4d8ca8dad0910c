import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(object.metadata.name.padStart(object.spec.containers.length, "-"));
    // PC1023 at column 21
    yield violation(`${Math.max(...object.spec.containers.map(({ name }) => name.length))}`);
    // PC1023 at column 24
  },
});
