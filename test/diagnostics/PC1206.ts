import { inventory, Namespace, Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const keys = Object.keys(object.metadata.labels ?? {});
    if (keys.includes("app")) yield violation(keys.join(", "));
    // PC1206 at column 47
    yield* Object.values(object.metadata.labels ?? {}).map((value, at) => violation(`${at} ${value}`));
    // PC1206 at column 12
    const byValue = Object.fromEntries(Object.entries(object.metadata.labels ?? {}).map(([k, v]) => [v, k]));
    // PC1206 at column 21
    if (byValue["web"] === "app") yield violation("which of two keys that have one value");
    const pairs = Object.entries(object.metadata.labels ?? {});
    const sorted = pairs.toSorted((a, b) => Number(a[1] === "x") - Number(b[1] === "x"));
    yield violation(sorted.map(([key]) => key).join());
    // PC1206 at column 21
    yield violation([keys, ["app"]].flat().join());
    // PC1206 at column 21
    const limits = object.spec.containers.map((c) => ({ of: c.name, all: Object.keys(c.resources?.limits ?? {}) }));
    for (const { of, all } of limits) yield violation(`${of}: ${all.length}, at first ${all[0] ?? "none"}`);
    // PC1206 at column 89
    const [first, second] = [keys, ["app"]];
    yield violation(`${second.join()} of ${first.length}`);
    const itself = pairs.find(([key, value]) => key === value);
    // PC1206 at column 20
    if (itself?.[0] === "app") yield violation("more than one key may be its own value");
    const found = inventory(Namespace).find((each) => each.metadata.name === each.metadata.labels?.["name"]);
    // PC1206 at column 19
    if (found?.metadata.labels?.["app"] === "x") yield violation("no name is the same in all of them");
  },
});
