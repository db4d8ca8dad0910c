import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Other",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});
