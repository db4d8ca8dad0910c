import type { Construct } from "./construct.js";

export const objects: readonly Construct[] = [
  {
    says: "records whose fields are whole numbers, and such with fractions",
    minKubernetes: "1.35",
    module: `
interface Summary { at: number; n: number; whole: number[] }
function summary(c: Container, by: number): Summary { if (c.image === undefined) return { at: 1, n: by, whole: [1, by] }; return { at: c.name.indexOf("a"), n: c.name.length, whole: (c.ports ?? []).map((p) => p.containerPort) }; }
const twice = (r: { n: number }): number => Math.floor(r.n * 2);`,
    body: `
for (const c of object.spec.containers) {
  const { at, n, whole } = summary(c, 1);
  if (at > 0) yield violation(\`\${c.name.slice(at + 1)} \${at} \${n}\`);
  const r = c.image === undefined ? { n: 1 } : { n: 0.5 };
  yield violation(\`\${Math.floor(r.n * 2)} \${whole.map((x) => x + 1).join()}\`);
  let s = { n: 2, m: 1 };
  if (c.name === "a") s = { n: 0.5, m: 3 };
  const t = { ...s, k: c.name.length };
  yield violation(\`\${t.k} \${t.m} \${Math.floor(t.n * 2)}\`);
}
const rows = [{ n: 1, m: 2 }, { n: 0.5, m: 4 }];
for (const row of rows) if (object.spec.containers.length * row.n > 1) yield violation(\`\${row.m} \${Math.floor(row.n * 4)}\`);
const sums = object.spec.containers.reduce((all, c) => ({ n: all.n + (c.ports ?? []).length, m: all.m + 1 }), { n: 0, m: 0 });
yield violation(\`\${sums.n} of \${sums.m}\`);
const made = object.spec.containers.map((c) => ({ name: c.name, count: (c.ports ?? []).length, at: c.name.indexOf("a") }));
for (const one of made) if (one.count >= 0) yield violation(\`\${one.name.slice(one.at + 1)} \${one.count}\`);
yield violation(\`\${twice({ n: 1 })} \${twice({ n: 0.5 })}\`);`,
  },
  {
    says: "the order of keys is that of an object that is written out, numbers first",
    minKubernetes: "1.33",
    module: `const owners = { karpenter: "a", scheduler: "b", web: "a" } as const;
type Owner = keyof typeof owners;
const ownerOf = (name: string): Owner | undefined => (Object.keys(owners) as Owner[]).find((owner) => owners[owner] === name);
const numbered: Record<string, string> = { z: "a", 10: "main", 2: "main" };
enum Weight { Low = 1, High = 3 }
const weights = { a: Weight.Low, b: Weight.High, main: 5 } as const;`,
    body: `for (const c of object.spec.containers) { const hit = Object.entries(weights).find(([start, weight]) => c.name.startsWith(start) && weight > 0); yield violation(\`\${ownerOf(c.name) ?? "nobody"} \${Object.keys(numbered).find((key) => numbered[key] === c.name) ?? "none"} \${hit?.[0] ?? "-"} \${hit?.[1] ?? 0}\`); yield violation(\`\${Object.values(owners).findIndex((owner) => owner === c.name)} \${Object.keys(numbered).join()} \${Object.values(weights)[0] ?? 9} \${Object.keys(owners).at(-1) ?? "-"}\`); for (const [name, weight] of Object.entries(weights)) if (c.name === name && weight > 2) yield violation(name); }`,
  },
  {
    says: "an object has entries that lists may not have, found by position, by a test, by a key",
    body: `const found = object.spec.containers.map((c) => ({ name: c.name, port: c.ports?.[0] ?? c.ports?.[1], last: c.ports?.at(-1), high: c.ports?.find((p) => p.containerPort > 400), any: object.spec.hostNetwork ? c.ports?.[0] : undefined, label: object.metadata.labels?.[c.name], tag: c.image?.split(":")[1] })); for (const { name, port, last, high, any, label, tag } of found) yield violation(\`\${name} \${port?.containerPort ?? 0} \${last?.containerPort ?? 0} \${high?.containerPort ?? 0} \${any?.containerPort ?? 0} \${label ?? "-"} \${tag ?? "-"}\`);`,
  },
  {
    says: "an object holds lists that were filtered beside texts and lists that were not",
    module: `const parts = (pod: Pod) => ({ all: pod.spec.containers, names: pod.spec.containers.map((c) => c.name), tagged: pod.spec.containers.filter((c) => c.image?.includes(":")), labels: pod.metadata.labels ?? {}, called: pod.metadata.name });`,
    body: `const { all, names, tagged, labels, called } = parts(object); if (tagged.length > 0) yield violation(\`\${called}: \${tagged.length} of \${all.length} (\${names.join()}) \${labels["app"] ?? "-"}\`); const each = object.spec.containers.map((c) => ({ name: c.name, low: (c.ports ?? []).filter((p) => p.containerPort < 400) })); for (const { name, low } of each) if (low.length > 0) yield violation(\`\${name} \${low.map((p) => p.containerPort).join()}\`);`,
  },
  {
    says: "entries filter, map and flatten as pairs",
    body: `const bad = Object.entries(object.metadata.labels ?? {}).filter(([key, value]) => key === "a" || value === "x").map(([key, value]) => \`\${key}=\${value}\`); for (const b of bad) yield violation(b);`,
  },
  {
    says: "an entry that is not taken apart",
    body: `for (const entry of Object.entries(object.metadata.labels ?? {})) yield violation(\`\${entry[0]} is \${entry[1]}\`);`,
  },
  {
    says: "entries find, some and every",
    body: `const labels = Object.entries(object.metadata.labels ?? {}); if (labels.some(([key]) => key.includes("/"))) yield violation("prefixed"); if (Object.entries(object.metadata.labels ?? {}).find(([, value]) => value === "ABC") !== undefined) yield violation("found"); if (Object.entries(object.metadata.labels ?? {}).every(([, value]) => value.length > 0)) yield violation("full");`,
  },
  {
    says: "what is spread stands aside where it is missing, what is written does not",
    body: `const base = { runAsUser: 7, ...object.spec.securityContext }; for (const c of object.spec.containers) { const own = { privileged: false, ...base, ...c.securityContext }; yield violation(\`\${own.privileged} \${own.runAsUser}\`); const named = { image: "none", more: 1 }; const told = { ...named, image: c.image }; const set = { image: "none", image2: 1, ...object.metadata.labels === undefined ? {} : { image: "labelled" } }; yield violation(\`\${told.image ?? "unset"} \${set.image}\`); }`,
  },
  {
    says: "what a container and its pod set, spread over one another",
    body: `const pod = object.spec.securityContext; for (const c of object.spec.containers) { const own = { ...pod, ...c.securityContext }; if (own.runAsNonRoot !== true && own.runAsUser === undefined) yield violation(\`\${c.name} may be root\`); const info = { name: c.name, cpu: c.resources?.limits?.["cpu"], first: c.ports?.[0]?.containerPort }; const { name, cpu, first = 0 } = info; if (cpu === undefined) yield violation(\`\${name} \${first}\`); const drop = new Set(c.securityContext?.capabilities?.drop); if (!drop.has("ALL")) yield violation(\`\${info.name} keeps\`); }`,
  },
  {
    says: "a pattern with computed names",
    body: `const { metadata: { labels: { ["app"]: app = "none", b } = {} } } = object; for (const key of ["app", "b"]) { const { [key]: value = "no" } = object.metadata.labels ?? {}; yield violation(\`\${key} \${value} \${app} \${b ?? "-"}\`); }`,
  },
  {
    says: "a table of which no row has what its type allows",
    module:
      'interface Row { at: string; note?: string; more?: { size: number } } const rows: Row[] = [{ at: "a" }, { at: "c" }];',
    body: `for (const row of rows) for (const c of object.spec.containers) if (c.name === row.at) yield violation(\`\${row.at} \${row.note ?? "none"} \${row.more?.size ?? 0} \${row.more === undefined}\`);`,
  },
  {
    says: "values and keys as lists",
    body: `if (Object.values(object.metadata.labels ?? {}).includes("x")) yield violation("x"); for (const key of Object.keys(object.metadata.labels ?? {})) yield violation(key); yield violation(\`\${Object.keys(object.metadata.labels ?? {}).length}\`);`,
  },
  {
    says: "objects are made and compared",
    body: `const seen = object.spec.containers.map((c) => ({ name: c.name, ports: (c.ports ?? []).length })); for (const one of seen) if (one.ports > 0) yield violation(one.name); if (deepEqual(seen[0], { name: "c", ports: 0 })) yield violation("plain");`,
  },
  {
    says: "a chain of fallbacks in a constant that is called like the field",
    body: `const hostname = \`is <\${object.spec.hostname ?? object.metadata.labels?.["app"] ?? ""}>\`; if (object.spec.containers.length > 0) yield violation(hostname); if (object.spec.containers.length > 1) yield violation(\`\${hostname}!\`);`,
  },
  {
    says: "a record that is computed and read by its fields",
    body: `const p = object.spec.securityContext; const base = { user: p?.runAsUser, nonRoot: p?.runAsNonRoot }; for (const c of object.spec.containers) { const s = c.securityContext; const own = { ...base, ...(s?.runAsUser !== undefined ? { user: s.runAsUser } : {}), nonRoot: s?.runAsNonRoot ?? base.nonRoot, caps: s?.capabilities?.add ?? [], label: \`\${c.name}!\` }; if (own.user === 0) yield violation(\`\${own.label} root\`); else if (own.nonRoot !== true && own.user === undefined) yield violation(\`\${own.label} may be root\`); if (own.caps.length > 0 && own.caps.some((cap) => cap !== own.label)) yield violation(own.caps.join()); if (own.nonRoot === undefined) yield violation(\`\${own.user ?? 1}\`); }`,
  },
  {
    says: "the length of a list, the size of a set and of a map, and elements by their position, taken apart by name",
    minKubernetes: "1.33",
    module: "const many = ({ length }: readonly string[]): boolean => length > 1;",
    body: `const { length: count, 0: first, 1: second } = object.spec.containers; const { spec: { containers: { length } } } = object; const { size } = new Map(object.spec.containers.map((c) => [c.name, c.image ?? ""])); yield violation(\`\${count} \${length} \${size} \${first?.name ?? "-"} \${second?.name ?? "-"}\`); if (many(object.spec.containers.map((c) => c.name))) yield violation("many"); for (const { name, ports: { length: open } = [] } of object.spec.containers) if (open > 0) yield violation(\`\${name} \${open}\`);`,
  },
  {
    says: "what may be absent in an object with another field in place of one",
    body: `const pod = { ...object, spec: { ...object.spec, containers: [] } }; for (const name of pod.spec.volumes?.map((v) => v.name) ?? []) yield violation(name); if (pod.spec.volumes?.some((v) => v.hostPath !== undefined)) yield violation("host path"); yield violation(\`\${pod.spec.volumes?.map((v) => v.name).join() ?? "none"} \${pod.spec.hostname?.trim() ?? "-"}\`);`,
  },
  {
    says: "what stands in for a field that is spread with no value",
    body: `for (const c of object.spec.containers) { const one = { tag: "none", ...(c.name === "c" || c.name === "a" ? { tag: c.image } : {}) }; yield violation(\`\${c.name} \${one.tag ?? "-"}\`); }`,
  },
  {
    says: "what a test spreads, or nothing, and a field that is spread with no value",
    body: `const host = object.spec.hostname; for (const c of object.spec.containers) { const isRoot = c.securityContext?.runAsUser === 0; const one = { tag: "d", level: 1, ...(isRoot ? { tag: c.image } : {}) }; const other = { tag: "d", ...(c.image !== undefined && { tag: c.image, level: 2 }), ...(isRoot && { note: host }) }; const third = { tag: "d", ...(host && { tag: host }) }; const fourth = { tag: "d", note: "n", ...(isRoot ? { tag: c.image } : { note: host }) }; yield violation(\`\${c.name} \${one.tag ?? "-"} \${one.level} \${other.tag} \${other.level ?? 0} \${other.note ?? "-"} \${third.tag} \${fourth.tag ?? "-"} \${fourth.note ?? "-"}\`); }`,
  },
  {
    says: "fields in quotes, in rows, in patterns and in what a reduce gathers",
    module: `const rules = [
  { "id": "none", "test": (c: Container) => c.image === undefined, "level": 1 },
  { id: "b", test: (c: Container) => c.name === "b", level: 2 },
];`,
    body: `const { hostNetwork, hostPID } = object.spec; const checks = [{ "bad": hostNetwork, "says": "net" }, { bad: hostPID === true, says: "pid" }]; for (const { "bad": isBad, ["says"]: said } of checks) if (isBad) yield violation(said); for (const c of object.spec.containers) { for (const { "id": id, "test": matches } of rules) if (matches(c)) yield violation(\`\${c.name} \${id}\`); const rule = rules.find((one) => one.test(c)); if (rule === undefined) continue; const { "id": first, "level": level } = rule; if (level > 1) yield violation(\`\${first} \${level}\`); } const sums = object.spec.containers.reduce((all, c) => ({ ...all, "ports": all.ports + (c.ports ?? []).length }), { ports: 0, "names": 1 }); const { sum, "most": top } = object.spec.containers.reduce(({ sum, "most": most }, c) => ({ "sum": sum + (c.ports ?? []).length, most: Math.max(most, (c.ports ?? []).length) }), { sum: 0, "most": 0 }); yield violation(\`\${sums.ports} \${sums.names} \${sum} \${top}\`);`,
  },
  {
    says: "the rest of a row, and of an object of several forms",
    minKubernetes: "1.35",
    module: `type Rule = { kind: "max"; says: string; max: number } | { kind: "names"; says: string; names: string[] };
const rules: Rule[] = [{ kind: "max", says: "many", max: 1 }, { kind: "names", says: "named", names: ["a", "b"] }];
type Found = { id: string; kind: "ports"; ports: number } | { id: string; kind: "bare"; image: string };
const found = (c: Container): Found => c.ports ? { id: c.name, kind: "ports", ports: c.ports.length } : { id: c.name, kind: "bare", image: c.image ?? "none" };`,
    body: `const { hostNetwork, hostPID } = object.spec; const asked = [{ bad: hostNetwork, says: "net" }, { bad: hostPID === true, says: "pid" }]; for (const { says, ...rest } of asked) if (rest.bad) yield violation(says); const flags = [["net", hostNetwork === true, hostPID === true], ["pid", hostPID === true, false]] as const; for (const [says, ...all] of flags) if (all.includes(true)) yield violation(\`\${says}!\`); for (const { says, ...rule } of rules) { if (rule.kind === "max" && object.spec.containers.length > rule.max) yield violation(says); if (rule.kind === "names") for (const c of object.spec.containers) if (rule.names.includes(c.name)) yield violation(\`\${says} \${c.name}\`); } for (const c of object.spec.containers) { const { id, ...more } = found(c); const all = { ...found(c), kept: id }; yield violation(more.kind === "ports" ? \`\${id} \${more.ports}\` : \`\${id} \${more.image}\`); if (all.kind === "bare") yield violation(\`\${all.kept} is \${all.image}\`); }`,
  },
  {
    says: "positions in the values of an object that is written out",
    minKubernetes: "1.33",
    body: `const most: Record<string, number> = { b: 1, a: 2 }; yield* Object.values(most).map((n, at) => violation(\`\${at} \${n}\`)); yield* Object.entries(most).map(([key, n], at) => violation(\`\${at} \${key} \${n}\`)); for (const [at, key] of Object.keys(most).entries()) yield violation(\`\${at} \${key}\`); for (const c of object.spec.containers) if (Object.values(most).some((n, at) => at > 0 && n > (c.ports ?? []).length)) yield violation(c.name);`,
  },
  {
    says: "objects that are written out are unlike by the lists in them",
    body: `for (const c of object.spec.containers) { if (deepEqual({ name: c.name, all: ["a"] }, { name: "a", all: ["a", "b"] })) yield violation("never"); yield violation(\`\${deepEqual({ of: { all: [c.name] } }, { of: { all: ["a"] } })} \${deepEqual([["a"], [c.name]], [["a"], ["b"]])} \${deepEqual([["a"], [c.name]], [["a"], ["b", c.name]])} \${deepEqual({ image: c.image, all: [c.name, "b"] }, { image: "nginx", all: [c.name] })}\`); const same = deepEqual({ name: c.name, all: ["a"] }, { name: "a", all: ["b", "c"] }) ? ["x"] : ["y", "z"]; for (const one of same) yield violation(\`\${c.name} \${one}\`); }`,
  },
  {
    says: "numbers in lists within objects are printed and computed with",
    body: "const rows = object.spec.containers.map((c) => ({ c, x: { users: [c.securityContext?.runAsUser], ports: [(c.ports ?? []).map((p) => p.containerPort)] } })); for (const { c, x: { users: [user], ports: [ports] } } of rows) { if (user !== undefined) yield violation(`${c.name} ${user} ${user * 2} ${Math.max(user, 3)}`); if (user !== undefined && user + 0.5 > 3) yield violation(`${c.name} is high`); if (ports !== undefined) yield violation(`${ports.join()} ${ports.map((p) => `${p + 1}`).join()}`); }",
  },
  {
    says: "lists and flags in lists within objects are gone through, summed and printed",
    body: "const rows = object.spec.containers.map((c) => ({ n: c.name, flags: [c.securityContext?.privileged], ports: [(c.ports ?? []).map((p) => p.containerPort)] })); for (const { n, flags: [flag], ports: [ports] } of rows) { if (flag !== undefined) yield violation(`${n} ${flag}`); if (ports !== undefined) yield violation(`${n} ${ports.reduce((sum, port) => sum + port, 0)} ${Math.max(0, ...ports)} ${ports.map((port) => port * 2).join()}`); if (ports?.includes(80)) yield violation(`${n} has 80`); }",
  },
  {
    says: "a record of lists that a function gives, of which the fields alone are read",
    module: `const portsOf = (some: readonly Container[], others: readonly Container[]) => ({ all: some.flatMap((c) => c.ports ?? []).map((p) => p.containerPort), hosts: [...some, ...others].flatMap((c) => (c.ports ?? []).flatMap((p) => (p.hostPort === undefined ? [] : [p.hostPort]))) });`,
    body: `const { all, hosts } = portsOf(object.spec.containers, object.spec.initContainers ?? []); for (const port of all) if (port > 80 && !hosts.includes(port)) yield violation(\`\${port} is not on the host\`); const found = { names: object.spec.containers.flatMap((c) => [c.name, c.image ?? "-"]), privileged: object.spec.containers.some((c) => c.securityContext?.privileged), none: undefined }; if (found.privileged) for (const name of found.names) yield violation(name); for (const c of object.spec.containers) { const own = portsOf([c], []); if (own.all.length > own.hosts.length) yield violation(\`\${c.name} \${own.all.length}\`); const { hosts: mine = [] } = own; if (mine.some((p) => hosts.includes(p))) yield violation(c.name); } if (found.none !== undefined) yield violation("never");`,
  },
];
