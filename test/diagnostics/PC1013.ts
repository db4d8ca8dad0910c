import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const first = object.spec.containers.find(({ image }) => image === undefined);
    if (first !== null) yield violation(`${first?.name ?? "none"} has no image`);
    // PC1013 at column 9
  },
});
