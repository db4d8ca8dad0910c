import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
// PC2007 at column 23
  name: "no-host",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  gatekeeper: { kind: "Same" },
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});
