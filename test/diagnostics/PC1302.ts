import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (const value of Object.values(object.metadata.annotations ?? {}))
      if (value.length > 100) yield violation("too long");
      // PC1302 at column 11
    // Kubernetes' own names are ASCII; what somebody else calls a name may be anything.
    for (const { name } of Object.values(object.metadata.annotations ?? {}).map((value) => ({ name: value })))
      if (name.length > 100 || object.metadata.name.length > 100) yield violation("too long");
      // PC1302 at column 11
  },
});
