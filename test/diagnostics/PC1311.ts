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
    if (/^\S+:?\S+$/.test(object.metadata.annotations?.["note"] ?? "")) yield violation("two units of one emoji");
    // PC1311 at column 9
    if (/a\B.*/.test(object.metadata.annotations?.["note"] ?? "")) yield violation("between the two");
    // PC1311 at column 9
    if (/^(?:-.+)*$/.test(object.metadata.annotations?.["note"] ?? "")) yield violation("what is between is there");
  },
});
