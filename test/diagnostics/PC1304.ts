import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  minKubernetes: "1.35",
  match: [Pod],
  *check({ object }) {
    for (const value of Object.values(object.metadata.annotations ?? {}))
      yield violation(`starts with ${value.slice(0, 10)}`);
    // PC1304 at column 38
    for (const value of Object.values(object.metadata.annotations ?? {})) {
      if (value.slice(-2) !== "/*" || value.at(-1) !== "*" || "v1" === value.slice(0, 2)) continue;
      yield violation(`all below ${value.slice(0, -2)}`);
    }
    const words = Object.values(object.metadata.annotations ?? {}).flatMap((value) => value.split(" "));
    for (const flag of words.filter((word) => word.startsWith("--")).map((word) => word.slice(2)))
      yield violation(`flag ${flag}`);
    for (const word of words.filter((one) => one !== "--")) yield violation(`cut ${word.slice(2)}`);
    // PC1304 at column 84
    yield violation(Object.values(object.metadata.annotations ?? {}).sort().join());
    // PC1304 at column 70
    yield violation(object.spec.containers.map((c) => c.name).toSorted().join());
  },
});
