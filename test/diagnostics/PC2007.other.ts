import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "no-port",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  gatekeeper: { kind: "Same" },
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});
