import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  unreachable: { vap: "" },
  // PC2008 at column 16
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});
