import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    yield violation(object.metadata.name.padStart(object.spec.containers.length, "-"));
    // PC1023 at column 21
    yield violation(`${Math.max(...object.spec.containers.map(({ name }) => name.length))}`);
    // PC1023 at column 24
    if (object.metadata.name.startsWith("x", 1)) yield violation("x is second");
    // PC1023 at column 9
    const pairs = object.spec.containers.entries();
    // PC1001 at column 19
    for (const [index] of pairs) if (index > 3) yield violation("many");
    for (const [index] of pairs) if (index > 5) yield violation("too many");
    yield violation(object.spec.containers.map((c) => c.image === undefined || (c.args ?? [])).join());
    // PC1023 at column 21
    const words = ["web"];
    words.push("db");
    if (new RegExp(words.join("|")).test(object.metadata.name)) yield violation("web, or db");
    // PC1023 at column 9
  },
});
