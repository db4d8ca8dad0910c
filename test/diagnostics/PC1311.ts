import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (/^.{1,20}$/.test(object.metadata.annotations?.["note"] ?? "")) yield violation("short");
    // PC1311 at column 9
  },
});
