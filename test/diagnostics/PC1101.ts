import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const first = object.spec.containers[0]!;
    // PC1101 at column 19
    yield violation(first.name);
    const { labels = {}, annotations = {} } = object.metadata;
    const images = new Map(object.spec.containers.map((c) => [c.name, c.image ?? ""] as const));
    if (images.has("a") && "a" in labels && object.spec.containers.length > 0) {
      yield violation(images.get("a")!);
      yield violation(images.get("b")!);
      // PC1101 at column 23
      yield violation(labels["b"]!);
      // PC1101 at column 23
      yield violation(annotations["a"]!);
      // PC1101 at column 23
      yield violation(object.spec.containers[1]!.name);
      // PC1101 at column 23
    }
    if (!("a" in labels)) yield violation(labels["a"]!);
    // PC1101 at column 43
    if (images.get("a") === undefined) yield violation(images.get("a")!);
    // PC1101 at column 56
    for (const c of object.spec.containers) {
      yield violation(c.image?.split(":")[0]!);
      // PC1101 at column 23
      yield violation((c.image ?? "").split(":")[1]!);
      // PC1101 at column 23
    }
    const at = object.spec.containers.findIndex((c) => c.image === undefined);
    if (at !== 0) yield violation(object.spec.containers[at]!.name);
    // PC1101 at column 35
    for (let key of ["a", "b"]) {
      if (!(key in labels)) continue;
      key = "c";
      yield violation(labels[key]!);
      // PC1101 at column 23
    }
    const next = object.spec.containers.map((c, position) => {
      position += 1;
      return `${c.name} ${object.spec.containers[position]!.name}`;
      // PC1101 at column 27
    });
    yield violation(next.join());
  },
});
