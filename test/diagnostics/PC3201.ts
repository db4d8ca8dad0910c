import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(object.spec.containers.flatMap((c) => c.ports ?? []).map((p) => `${p.containerPort}`).join());
    // PC3201 at column 21
  },
});
