import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (const [key, value] of Object.entries(object.metadata.labels ?? {})) {
      if (value === "") {
        yield violation(`${key} is empty`);
        return;
        // PC1204 at column 9
      }
    }
    const names = new Set<string>();
    for (const { name } of object.spec.containers) {
      if (names.has(name)) {
        yield violation(`${name} is there twice`);
        break;
        // PC1204 at column 9
      }
      names.add(name);
    }
  },
});
