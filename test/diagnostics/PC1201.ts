import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    let run = 0;
    for (const c of object.spec.containers) {
      if (run > 1) yield violation(`${c.name} is one too many without an image`);
      run = c.image === undefined ? run + 1 : 0;
      // PC1201 at column 7
    }
    let late = 0;
    const isLate = () => late > 1;
    for (const c of object.spec.containers) {
      if (isLate()) continue;
      yield violation(`${late}: ${c.name}`);
      late++;
      // PC1201 at column 7
    }
    let from = 0;
    outer: for (const c of object.spec.containers) {
      const later = from > 0 ? (c.ports ?? []) : [];
      for (const p of later) if (p.containerPort > 80) continue outer;
      yield violation(`${from}: ${c.name}`);
      from++;
      // PC1201 at column 7
    }
    let all = 0;
    for (const c of object.spec.containers) {
      let own = 0;
      if (all > 1) own = 1;
      yield violation(`${all}: ${c.name}`);
      all += own;
      // PC1201 at column 7
    }
    let most = 0;
    for (const c of object.spec.containers) {
      let ports = (c.ports ?? []).length;
      if (ports > most) {
        ports = ports - 5;
        most = ports;
        // PC1201 at column 9
      }
    }
    let open = 0;
    let many = 0;
    const isMuch = (): boolean => open > 2;
    for (const c of object.spec.containers) {
      if (c.ports) open++;
      // PC1201 at column 20
      if (isMuch()) many++;
    }
    let names = "";
    for (const c of object.spec.containers) {
      names += (names === "" ? "" : ", ") + c.name;
      // PC1201 at column 7
    }
    yield violation(`${most} ${many} ${names}`);
    var first = object.spec.containers[0];
    // PC1201 at column 5
    if (first?.image === undefined) yield violation("no image");
    const counts = new Map<string, number>();
    for (const c of object.spec.containers) counts.set(c.name, (counts.get(c.name) ?? 0) + 1);
    for (const c of object.spec.initContainers ?? []) counts.set(c.name, 5);
    // PC1201 at column 55
    for (const [name, n] of counts) yield violation(`${name} ${n}`);
    const keys = new Map<string, string>();
    for (const [key, value] of Object.entries(object.metadata.labels ?? {})) {
      if (keys.has(value)) yield violation(`${value} again`);
      // PC1201 at column 11
      keys.set(value, key);
    }
    const found = { names: [] as string[] };
    const add = (name: string) => {
      found.names.push(name);
      // PC1201 at column 7
    };
    const held = found.names;
    add("a");
    // PC1205 at column 5
    yield violation(`${held.length} of ${found.names.length}`);
  },
});
