import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (const c of object.spec.containers) yield violation(`image ${c.image}`);
    // PC1104 at column 70
    let images = "";
    for (const c of object.spec.containers) images += c.image;
    // PC1104 at column 55
    yield violation(images);
    const imageOf: Record<string, string | undefined> = {};
    for (const c of object.spec.containers) imageOf[c.name] = c.image;
    // PC1104 at column 63
    yield violation(imageOf["web"] ?? "none");
    const ages = new Map<string | undefined, number>([["a", 1]]);
    for (const c of object.spec.containers) yield violation(`${ages.get(c.image) ?? 0}`);
    // PC1104 at column 73
    const byImage = new Map(object.spec.containers.map((c) => [c.image, c.name] as const));
    // PC1104 at column 21
    yield violation(`${byImage.size}`);
    // What takes a list apart shows no more than the list, and a `let` nothing.
    for (const { args } of object.spec.containers) {
      if ((args?.length ?? 1) > 0) yield violation(`${args?.[0]}`);
      // PC1104 at column 55
      if (!args?.length) continue;
      let [command] = args;
      if (args.length > 2) command = args[1];
      yield violation(`${command}`);
      // PC1104 at column 26
    }
    // A filter that asks for something else, or for nothing, shows nothing of it.
    const ports = object.spec.containers.flatMap((c) => c.ports ?? []);
    for (const p of ports.filter((one) => one.hostPort || one.name)) yield violation(`${p.hostPort}`);
    // PC1104 at column 89
    yield violation(ports.filter((p) => !p.hostPort).map((p) => `${p.hostPort}`).join());
    // PC1104 at column 68
    for (const p of ports.filter((p) => ports.some((q) => q.hostPort))) yield violation(`${p.hostPort}`);
    // PC1104 at column 92
    const named = ports.find((p) => p.hostPort);
    yield violation(`${named?.hostPort}`);
    // PC1104 at column 24
    // A comparison that holds of what stands in shows nothing, and neither does one of a variable that changes afterwards.
    const { terminationGracePeriodSeconds: grace, activeDeadlineSeconds: deadline } = object.spec;
    if ((grace ?? 30) > 5) yield violation(`${grace}`);
    // PC1104 at column 47
    if (grace !== deadline) yield violation(`${grace}`);
    // PC1104 at column 48
    let first = object.spec.nodeName;
    if ((first ?? "").length > 0) {
      first = object.spec.hostname;
      yield violation(`${first}`);
      // PC1104 at column 26
    }
  },
});
