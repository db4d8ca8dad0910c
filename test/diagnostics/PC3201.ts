import { Pod, policy, sorted, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(sorted(object.spec.containers.map((c) => c.name)).join());
    // PC3201 at column 21
    const pulls = new Set(object.spec.containers.map((c) => c.imagePullPolicy ?? ""));
    if ([...pulls].length > 0) yield violation("containers");
    let known = 0;
    for (const pull of pulls) if (pull !== "") known++;
    // PC3201 at column 5
    yield violation(`${known} known ways`);
    yield violation(`${[...pulls].length} ways to pull`);
    // PC3201 at column 24
  },
});
