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
    if (version && Number(version[1]) > 3) yield violation("what is wrong is said once");
  },
});
