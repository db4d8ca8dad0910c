import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    if (/^(?!kube-)/.test(object.metadata.name)) yield violation("name");
    // PC1310 at column 9
    const version = /^(?=v)v(\d{1,5})$/.exec(object.metadata.name);
    // PC1310 at column 21
    const all = object.metadata.name.match(/[a-z]*/g) ?? [];
    // PC1310 at column 44
    if (all.length > 1) yield violation("RE2 finds nothing less often");
    if (version && Number(version[1]) > 3) yield violation("what is wrong is said once");
  },
});
