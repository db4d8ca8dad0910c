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
    const found = inventory(Namespace).find((each) => each.metadata.name === each.metadata.labels?.["name"]);
    // PC1206 at column 19
    if (found?.metadata.labels?.["app"] === "x") yield violation("no name is the same in all of them");
  },
});
