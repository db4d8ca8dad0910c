import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (const value of Object.values(object.metadata.annotations ?? {}))
      if (value.length > 100) yield violation("too long");
      // PC1302 at column 11
    // Kubernetes' own names are ASCII; what somebody else calls a name may be anything.
    for (const { name } of Object.values(object.metadata.annotations ?? {}).map((value) => ({ name: value })))
      if (name.length > 100 || object.metadata.name.length > 100) yield violation("too long");
      // PC1302 at column 11
    // Neither can a label, nor the key of an annotation.
    const { labels = {}, annotations = {} } = object.metadata;
    const team = labels["team"] ?? "";
    for (const [key, value] of Object.entries(labels)) if (key.length + value.length > 90) yield violation(key);
    const keys = Object.keys(annotations).filter((key) => key.length > 60);
    if (team.length > 20 || keys.length > 3) yield violation("too long");
    // A zero beside it makes no test for an empty text of it, and neither does what gives it on.
    const note = object.metadata.annotations?.["note"];
    yield violation(`${note?.length ?? 0}`);
    // PC1302 at column 24
    const length = object.spec.hostNetwork && note?.length;
    // PC1302 at column 47
    if (length === 3) yield violation("three");
    // What else holds it is not told as well.
    if (object.spec.hostPID ? object.spec.containers.length > 5 : (note ?? "").length > 3) yield violation("long");
    // PC1302 at column 67
    // A number is written in ASCII, and so is one of some texts that are known.
    const level: "low" | "high" = object.spec.hostNetwork ? "high" : "low";
    yield violation(`${level.length} ${String(object.spec.containers.length).padStart(3, "0")}`);
    if (object.spec.containers.some((c) => c.image?.length)) yield violation("an image");
    // What stands in for a name or for labels may be anything.
    const { namespace = "default", generateName = "x😀", labels: own = { note: "😀" } } = object.metadata;
    if (namespace.length > 10 || generateName.length === 3) yield violation("three");
    // PC1302 at column 34
    if (own["note"]?.length === 2) yield violation("two");
    // PC1302 at column 9
  },
});
