import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const test = object.spec.hostNetwork ? (name: string): boolean => name === "a" : (name: string): boolean => name === "b";
    if (object.spec.containers.map((c) => c.name).some(test)) yield violation("found");
    // PC1024 at column 9
  },
});
