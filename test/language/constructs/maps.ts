import type { Construct } from "./construct.js";

/** Objects with any keys, and `Map`. */
export const maps: readonly Construct[] = [
  {
    says: "keys in a list or in an object beside what is in order",
    module: `const partsOf = (pod: Pod): readonly [string[], string[]] => [Object.keys(pod.metadata.labels ?? {}), pod.spec.containers.map((c) => c.name)];`,
    body: `const all = { keys: Object.keys(object.metadata.labels ?? {}), names: object.spec.containers.map((c) => c.name) }; yield violation(\`\${all.names.join()} \${all.keys.length} \${all.keys.toSorted().join()}\`); const [keys, names] = partsOf(object); yield violation(\`\${keys.length} \${names.join()}\`); for (const { of, keys } of object.spec.containers.map((c) => ({ of: c.name, keys: Object.keys(c.resources?.limits ?? {}) }))) for (const key of keys) yield violation(\`\${of} \${key}\`); yield violation([Object.keys(object.metadata.labels ?? {}), ["zone"]].flat().toSorted().join());`,
    minKubernetes: "1.35",
  },
  {
    says: "what an object has under its keys, which have a name, a filter and an order before they are gone through",
    body: `const labels = object.metadata.labels ?? {}; const keys = Object.keys(labels).toSorted(); for (const key of keys) yield violation(\`\${key} is \${labels[key]}\`); const some = Object.keys(labels).filter((key) => key !== "app"); yield violation(some.toSorted().slice(-2).map((key) => \`\${key}=\${labels[key]}\`).join()); const before = oldObject?.metadata.labels ?? {}; const changed = Object.keys(labels).filter((key) => key in before && labels[key] !== before[key]); if (changed.length > 0) yield violation(changed.map((key) => \`\${key}: \${before[key]} -> \${labels[key]}\`).toSorted().join()); const set = ["app", "team"].filter((key) => labels[key]).toSorted(); yield violation(set.map((key) => \`\${labels[key]}\`).join("+"));`,
    minKubernetes: "1.35",
  },
  {
    says: "records that a helper makes of some elements are found by a key",
    minKubernetes: "1.35",
    module: `interface Unit { name: string; image: string; labels: Record<string, string> }
function unitOf(c: Container): Unit | undefined { if (c.image === undefined) return undefined; return { name: c.name, image: c.image, labels: {} }; }`,
    body: `const units: Unit[] = object.spec.containers.map((c) => unitOf(c)).filter((one): one is Unit => one !== undefined); const byName = new Map(units.map((unit) => [unit.name, unit] as const)); const a = byName.get("a"); if (a !== undefined) yield violation(\`\${a.name} \${a.image}\`); const last = new Map(units.map((unit) => ["last", unit] as const)).get("last"); if (last !== undefined) yield violation(\`\${last.name} is the last\`);`,
  },
  {
    says: "a map of pairs that may be absent is empty without them",
    minKubernetes: "1.33",
    body: `const volumes = new Map(object.spec.volumes?.map((v) => [v.name, v])); for (const c of object.spec.containers) for (const m of c.volumeMounts ?? []) if (volumes.get(m.name)?.hostPath !== undefined) yield violation(\`\${c.name} mounts \${m.name}\`); const images = new Map(object.spec.initContainers?.map((c) => [c.name, c.image ?? "-"])); for (const [name, image] of images) yield violation(\`\${name} \${image}\`); yield violation(\`\${volumes.has("v")} \${images.size} \${images.get("a") ?? "none"}\`);`,
  },
  {
    says: "a map that has the name of a field that fills it",
    body: `const ports: Record<string, number> = {}; const name: Record<string, string[]> = {}; for (const c of object.spec.containers) { ports[c.imagePullPolicy ?? "none"] = (ports[c.imagePullPolicy ?? "none"] ?? 0) + (c.ports ?? []).length; (name[c.image ?? "none"] ??= []).push(c.name); } for (const [pull, count] of Object.entries(ports)) if (count > 1) yield violation(\`\${pull} \${count}\`); for (const [image, names] of Object.entries(name)) if (names.length > 1) yield violation(\`\${image} \${names.length}\`);`,
  },
  {
    says: "a set of a text's characters, of a map's pairs, of another set",
    minKubernetes: "1.33",
    body: `const letters = new Set(object.spec.containers.map((c) => c.name).join("")); for (const letter of ["a", "b", "q"]) if (letters.has(letter)) yield violation(letter); const names = new Set(object.spec.containers.map((c) => c.name)); const again = new Set(names); if (again.has("b")) yield violation("b again"); const images = new Map(object.spec.containers.map((c) => [c.name, c.image ?? "none"] as const)); for (const [name, image] of new Set(images)) yield violation(\`\${name} \${image}\`); for (const letter of new Set(object.spec.containers[0]?.name ?? "")) yield violation(letter);`,
  },
  {
    says: "what a set holds is counted once",
    minKubernetes: "1.35",
    body: `const pulls = new Set(object.spec.containers.map((c) => c.imagePullPolicy ?? "none")); let known = 0; for (const pull of pulls) if (pull !== "none") known++; let sum = 0; for (const pull of pulls) sum += pull === "none" ? 5 : 3; const others = [...pulls].filter((pull) => pull !== "Always"); const [...all] = pulls; yield violation(\`\${[...pulls].length} \${known} \${sum} \${others.length} \${all.length}\`); if ([...pulls].length !== object.spec.containers.length) yield violation("some alike");`,
  },
  {
    says: "what no record that fills a list has, and a form that is known where the only turn is",
    module: `interface Finding { name: string; words: string[]; flag?: boolean; most?: number }
type Parsed = { ok: true; value: number } | { ok: false; error: string };
function* parsed(): Generator<Violation> { function parse(text: string): Parsed { const value = parseInteger(text); return value === undefined ? { ok: false, error: "none" } : { ok: true, value }; } for (const text of [""]) { const found = parse(text); if (!found.ok) yield violation(found.error); else if (found.value > 1) yield violation(\`\${found.value}\`); } }`,
    body: `const found: Finding[] = []; for (const c of object.spec.containers) { switch (c.name) { case "a": found.push({ name: c.name, words: ["x"] }); break; case "b": break; default: found.push({ name: c.name, words: [], most: 0 }); } } for (const f of found) { for (const word of f.words) if (f.flag ?? true) yield violation(\`\${f.name} \${word}\`); if (f.flag === undefined && f.most !== undefined) yield violation(\`\${f.name} \${f.most}\`); } yield* parsed();`,
  },
  {
    says: "what no record of a list, of a table or of what a function gives has",
    module: `type Parsed = { ok: true; value: string } | { ok: false; error: string };
const parse = (text: string): Parsed => (text === "" ? { ok: false, error: "empty" } : { ok: true, value: text });`,
    body: `const one = parse("x"); if (!one.ok) yield violation(one.error); else yield violation(one.value); const table: Record<string, string> = { a: "x" }; const rows: Record<string, string>[] = [{ a: "x" }, { b: "y" }]; for (const row of rows) if (row[""] === undefined) yield violation(\`none \${row["z"] ?? "-"} \${row["a"] ?? "-"}\`); if ("" in table || table[object.metadata.name] !== undefined) yield violation(\`in \${table["a"] ?? ""} \${table["z"] ?? ""}\`);`,
  },
  {
    says: "a map of another map",
    minKubernetes: "1.33",
    body: `const images = new Map(object.spec.containers.map((c) => [c.name, c.image ?? "none"] as const)); const byName = Object.fromEntries(images); for (const [name, image] of Object.entries(byName)) yield violation(\`\${name} \${image}\`); const again = new Map(images.entries()); for (const c of object.spec.containers) yield violation(\`\${again.get(c.name) ?? "-"} \${byName[c.name] ?? "-"}\`); const labels = Object.fromEntries(new Map(Object.entries(object.metadata.labels ?? {}))); if ("a" in labels) yield violation(labels["a"] ?? "");`,
  },
  {
    says: "a map that a loop in a loop over keys fills",
    minKubernetes: "1.35",
    body: `const limits: Record<string, string> = {}; for (const c of object.spec.containers) for (const [name, value] of Object.entries(c.resources?.limits ?? {})) limits[name] = value; for (const [name, value] of Object.entries(limits)) yield violation(\`\${name} \${value}\`);`,
  },
  {
    says: "pairs of keys that are as unlike as those that they are made of",
    minKubernetes: "1.33",
    body: `const labels = object.metadata.labels ?? {}; const long = Object.fromEntries(Object.entries(labels).map(([key, value]) => [\`x-\${key}\`, value])); for (const [key, value] of Object.entries(long)) yield violation(\`\${key} \${value}\`); const values = new Map(Object.values(labels).map((value) => [value, true] as const)); for (const [value] of values) yield violation(value); const rows = new Map(Object.keys(labels).filter((key) => key !== "a").map((key) => ({ key, value: labels[key] ?? "" })).map(({ key, value }) => [key, value] as const)); for (const [key, value] of rows) yield violation(\`row \${key} \${value}\`); const pairs = new Map([...Object.entries(labels), ...Object.entries(object.metadata.annotations ?? {})]); for (const [key, value] of pairs) yield violation(\`\${key}: \${value}\`);`,
  },
  {
    says: "a key that objects of JavaScript have by themselves is a key like others",
    body: `const labels = object.metadata.labels; if (labels !== undefined) { yield violation(\`\${labels["constructor"] ?? "none"} \${"toString" in labels} \${Object.hasOwn(labels, "valueOf")} \${Object.hasOwn(labels, "a")}\`); if (labels["hasOwnProperty"] === undefined) yield violation("no such label"); for (const key of ["a", "constructor", "__proto__"]) yield violation(\`\${key}: \${labels[key] ?? "-"}\`); }`,
  },
  {
    says: "a test of an entry shows it where it is read by its name, too",
    body: `const { labels, annotations } = object.metadata; if (labels?.app !== undefined && labels.app !== annotations?.a) yield violation(\`app \${labels.app}\`); for (const c of object.spec.containers) { if (c.resources?.limits?.memory === undefined) continue; const { memory } = c.resources.limits; yield violation(\`\${c.name} \${c.resources.limits.memory} \${memory ?? "none"}\`); }`,
  },
  {
    says: "tables and maps are looked up by key",
    module: `const limits: Record<string, { max: number; unit: string }> = { a: { max: 1, unit: "x" }, c: { max: 0, unit: "y" } };
const messages = { Always: "always", Never: "never", OnFailure: "on failure" } as const;
const allowed = ["a", "b"] as const;
const caps = new Set(["NET_ADMIN", "SYS_ADMIN"]);
const byName = new Map([["a", 1], ["b", 2]]);`,
    body: `for (const c of object.spec.containers) {
const limit = limits[c.name];
if (limit !== undefined && (c.ports?.length ?? 0) > limit.max) yield violation(\`\${c.name} > \${limit.max}\${limit.unit}\`);
if (!allowed.some((n) => n === c.name)) yield violation(\`\${c.name} not in \${allowed.join("/")}\`);
if ((c.securityContext?.capabilities?.add ?? []).some((cap) => caps.has(cap))) yield violation("caps");
const rank = byName.get(c.name);
if (rank !== undefined && rank > 1) yield violation(\`rank \${rank}\`);
if (byName.has(c.name)) yield violation("known");
}
const policyName = object.spec.restartPolicy ?? "Always";
if (policyName === "Always" || policyName === "Never" || policyName === "OnFailure") yield violation(messages[policyName]);`,
  },
  {
    says: "spreads of nothing add nothing",
    minKubernetes: "1.33",
    body: `for (const [key, value] of Object.entries({ ...object.metadata.labels, ...object.metadata.annotations, z: "z" })) yield violation(\`\${key} \${value}\`);`,
  },
  {
    says: "spreads merge, and rest patterns leave out",
    body: `const all = { ...(object.metadata.annotations ?? {}), ...(object.metadata.labels ?? {}) };
for (const [k, v] of Object.entries(all)) yield violation(\`\${k}=\${v}\`);
const info = { name: object.metadata.name, ns: "x" };
const more = { ...info, ns: object.metadata.namespace ?? "default" };
yield violation(\`\${more.name}/\${more.ns}\`);
const { app, ...others } = object.metadata.labels ?? {};
if (app !== undefined) yield violation(\`\${app} \${Object.keys(others).length}\`);`,
    minKubernetes: "1.33",
  },
  {
    says: "objects are made from entries, of which the last of a key counts",
    body: `const images = Object.fromEntries(object.spec.containers.map((c) => [c.name, c.image ?? "-"]));
if (images["a"] !== undefined) yield violation(\`a runs \${images["a"]}\`);
const upper = Object.fromEntries(Object.entries(object.metadata.labels ?? {}).filter(([k]) => !k.includes("/")));
yield violation(\`\${Object.keys(upper).length}\`);`,
    minKubernetes: "1.33",
  },
  {
    says: "keys, values and entries of a Map",
    minKubernetes: "1.35",
    body: `const m = new Map(object.spec.containers.map((c) => [c.name, (c.args ?? []).length])); const total = [...m.values()].reduce((a, b) => a + b, 0); yield violation(\`\${total} \${sorted([...m.keys()]).join()}\`); for (const n of m.values()) if (n > 1) yield violation(\`\${n}\`); for (const [k, v] of m.entries()) yield violation(\`\${k}:\${v}\`); if (Array.from(m.values()).some((v) => v === 0)) yield violation("zero"); const more = [...m].filter(([, v]) => v > 1).map(([k]) => k); yield violation(\`\${more.length} of \${Array.from(m).length}\`); for (const name of more) yield violation(name);`,
  },
  {
    says: "numbers and truths as keys are found by what they say",
    module: `const known = new Map<number, string>([[22, "ssh"], [80, "http"]]);
const risky: Record<number, string> = { 22: "ssh", 0x50: "http" };
const says = new Map<boolean, string>([[true, "yes"]]);`,
    body: `for (const c of object.spec.containers) for (const { containerPort: port } of c.ports ?? []) { const name = known.get(port); if (name) yield violation(\`\${port} is \${name}\`); if (known.has(port)) yield violation(\`\${port} is known\`); const why = risky[port]; if (why !== undefined) yield violation(\`\${port}: \${why}\`); if (port in risky) yield violation(\`\${port} is risky\`); } const said = says.get(object.spec.hostNetwork === true); if (said) yield violation(said); if (known.size === 2) yield violation([...known.values()].length > 1 ? "both" : "one");`,
  },
  {
    says: "objects that are made by numbers",
    minKubernetes: "1.36",
    body: `const named = new Map(object.spec.containers.flatMap((c) => c.ports ?? []).slice(0, 9).map((p) => [p.containerPort, p.name ?? "-"] as const)); if (named.get(80) !== undefined) yield violation(named.get(80) ?? ""); const counts = Object.fromEntries(object.spec.containers.map((c) => [(c.ports ?? []).length, c.name])); for (const [n, name] of Object.entries(counts)) yield violation(\`\${n} \${name}\`);`,
  },
  {
    says: "maps that a loop fills, gone through after it",
    body: `const owners: Record<string, string[]> = {}; for (const c of object.spec.containers) { for (const p of c.ports ?? []) { if (p.containerPort === 81) continue; const key = \`\${p.protocol ?? "TCP"}/\${p.containerPort}\`; (owners[key] ??= []).push(c.name); } } for (const [port, names] of Object.entries(owners)) yield violation(\`\${port}: \${names.join()}\`); const counts: Record<string, number> = {}; for (const c of object.spec.containers) counts[c.image ?? ""] = (counts[c.image ?? ""] ?? 0) + 1; for (const [image, n] of Object.entries(counts)) if (n > 1) yield violation(\`\${image} is there \${n} times\`); const sizes = new Map<string, number>(); for (const { image = "none", ports = [] } of object.spec.containers) { const before = sizes.get(image) ?? 0; sizes.set(image, before + ports.length); } for (const [image, n] of sizes) yield violation(\`\${image} has \${n} ports\`);`,
  },
  {
    says: "maps that count in turns which may end before",
    body: `const counts: Record<string, number> = {}; for (const c of object.spec.containers) { if (c.image === undefined) continue; counts[c.imagePullPolicy ?? "none"] = (counts[c.imagePullPolicy ?? "none"] ?? 0) + 1; } for (const [pull, n] of Object.entries(counts)) if (n > 0) yield violation(\`\${n} \${pull}\`); const ports = new Map<string, number>(); for (const c of object.spec.containers) { for (const p of c.ports ?? []) { if (p.containerPort < 80) { continue; } else if (p.protocol === "UDP") ports.set("UDP", (ports.get("UDP") ?? 0) + 1); else ports.set(p.protocol ?? "TCP", (ports.get(p.protocol ?? "TCP") ?? 0) + p.containerPort); } } for (const [protocol, sum] of ports) yield violation(\`\${protocol} \${sum}\`); let last = "none"; for (const c of object.spec.containers) { if (c.image === undefined) continue; last = c.image; } yield violation(last.slice(0, 3));`,
  },
  {
    says: "maps that fill with `||`, of a type with any keys",
    body: `const counts: { [image: string]: number } = {}; for (const c of object.spec.containers) counts[c.image ?? ""] = (counts[c.image ?? ""] || 0) + 1; for (const [image, n] of Object.entries(counts)) if (n > 1) yield violation(\`\${image} \${n}\`); const groups: { [key: string]: string[] } = {}; object.spec.containers.forEach((c) => { (groups[c.image ?? ""] ||= []).push(c.name); }); for (const [image, names] of Object.entries(groups)) yield violation(\`\${image}: \${names.join()}\`); const ports = new Map<string, number[]>(); for (const c of object.spec.containers) for (const p of c.ports ?? []) ports.set(p.protocol ?? "TCP", [...(ports.get(p.protocol ?? "TCP") || []), p.containerPort]); for (const [protocol, list] of ports) yield violation(\`\${protocol} \${list.length}\`);`,
  },
  {
    says: "maps of sets, of objects and of lists that are turned round",
    minKubernetes: "1.35",
    body: `const argumentsOf = new Map<string, Set<string>>(); for (const c of object.spec.containers) argumentsOf.set(c.name, new Set(c.args ?? [])); for (const [name, args] of argumentsOf) if (!args.has("b")) yield violation(\`\${name} \${args.size}\`); const ports = new Map(object.spec.containers.map((c) => [c.name, (c.ports ?? []).toReversed()] as const)); for (const [name, list] of ports) yield violation(\`\${name}: \${list.map((p) => p.containerPort).join()}\`);`,
  },
  {
    says: "lists in a map that one statement begins and the next one fills",
    body: `const byImage: Record<string, Container[]> = {}; for (const c of object.spec.containers) { const image = c.image ?? "none"; byImage[image] ??= []; byImage[image].push(c); } for (const [image, cs] of Object.entries(byImage)) if (cs.length > 1) yield violation(\`\${image}: \${cs.map((c) => c.name).join()}\`); const ports: { [protocol: string]: number[] } = {}; for (const c of object.spec.containers) { for (const p of c.ports ?? []) { const protocol = p.protocol ?? "TCP"; if (!ports[protocol]) ports[protocol] = []; ports[protocol]?.push(p.containerPort); } } for (const [protocol, list] of Object.entries(ports)) yield violation(\`\${protocol} \${list.length}\`); const names = new Map<string, string[]>(); object.spec.containers.forEach((c) => { if (c.image !== undefined) { if (!names.has(c.image)) { names.set(c.image, []); } names.get(c.image)?.push(c.name); } }); for (const [image, list] of names) yield violation(\`\${image} of \${list.join()}\`); const counts: Record<string, number> = {}; for (const c of object.spec.containers) counts[c.name] = 1 + (counts[c.name] ?? 0); for (const [name, n] of Object.entries(counts)) if (n > 1) yield violation(name);`,
  },
  {
    says: "a list in a map that is taken, pushed to and put back",
    body: `const byImage = new Map<string, string[]>(); for (const c of object.spec.containers) { const image = c.image ?? "none"; const names = byImage.get(image) ?? []; names.push(c.name); byImage.set(image, names); } for (const [image, names] of byImage) yield violation(\`\${image}: \${names.join()}\`); const ports: Record<string, number[]> = {}; for (const c of object.spec.containers) for (const p of c.ports ?? []) { const protocol = p.protocol ?? "TCP"; if (p.containerPort === 81) continue; const known = ports[protocol] || []; known.push(p.containerPort); ports[protocol] = known; } for (const [protocol, list] of Object.entries(ports)) if (list.length > 1) yield violation(\`\${protocol} \${list.join()}\`); const pulls = new Map<string, string[]>(); for (const c of object.spec.containers) pulls.set(c.imagePullPolicy ?? "none", (pulls.get(c.imagePullPolicy ?? "none") ?? []).concat(c.name)); for (const [pull, names] of pulls) yield violation(\`\${pull}: \${names.join()}\`);`,
  },
  {
    says: "sets in a map that a loop fills",
    minKubernetes: "1.35",
    body: `const paths = new Map<string, Set<string>>(); for (const c of object.spec.containers) for (const m of c.volumeMounts ?? []) { const at = paths.get(m.name) ?? new Set<string>(); at.add(m.mountPath); paths.set(m.name, at); } for (const [name, at] of paths) if (at.size > 0 && !at.has("/w")) yield violation(\`\${name} \${at.size} \${sorted([...at]).join()}\`); const images: Record<string, Set<string>> = {}; for (const c of object.spec.containers) (images[c.imagePullPolicy ?? "none"] ??= new Set()).add(c.image ?? ""); for (const [pull, all] of Object.entries(images)) yield violation(\`\${pull} \${all.size}\`); const ports = new Map<string, Set<number>>(); for (const c of object.spec.containers) for (const p of c.ports ?? []) ports.set(p.protocol ?? "TCP", new Set([...(ports.get(p.protocol ?? "TCP") ?? []), p.containerPort])); for (const { name } of object.spec.containers) yield violation(\`\${name} \${ports.get("TCP")?.size ?? 0} \${ports.get("UDP")?.has(53) ?? false} \${paths.get(name)?.size ?? 0}\`); const seen = new Map<string, Set<string>>(); for (const c of object.spec.containers) { const key = c.imagePullPolicy ?? "none"; if (seen.get(key)?.has(c.image ?? "")) yield violation(\`\${c.name} again\`); seen.set(key, new Set([...(seen.get(key) ?? []), c.image ?? ""])); }`,
  },
  {
    says: "the size of a set or a map that may be absent",
    minKubernetes: "1.35",
    body: `const byName = new Map(object.spec.containers.map((c) => [c.name, new Set((c.ports ?? []).map((p) => p.containerPort))])); const mounts = new Map(object.spec.containers.map((c) => [c.name, new Map((c.volumeMounts ?? []).map((m) => [m.name, m.mountPath]))])); for (const name of ["a", "b", "none"]) { if ((byName.get(name)?.size ?? 0) > 1) yield violation(\`\${name} opens several ports\`); if (mounts.get(name)?.size === 2) yield violation(\`\${name} mounts two\`); yield violation(\`\${name} \${mounts.get(name)?.get("v") ?? "-"} \${mounts.get(name)?.size ?? 0}\`); }`,
  },
  {
    says: "maps that a loop or a reduce fills, as values",
    minKubernetes: "1.35",
    module: `function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, T[]> { const groups: Record<string, T[]> = {}; for (const item of items) { const key = keyOf(item); groups[key] = [...(groups[key] ?? []), item]; } return groups; }
const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> => items.reduce<Record<string, number>>((all, x) => ({ ...all, [keyOf(x)]: (all[keyOf(x)] ?? 0) + 1 }), {});`,
    body: `const groups = groupBy(object.spec.containers, (c) => c.image ?? "none"); for (const [image, list] of Object.entries(groups)) yield violation(\`\${image}: \${list.map((c) => c.name).join()}\`); const counts = countBy(object.spec.containers, (c) => c.image ?? "none"); for (const image of Object.keys(counts)) yield violation(\`\${image}: \${counts[image] ?? 0}\`); const twice = Object.entries(counts).filter(([, n]) => n > 1).length; yield violation(\`\${twice} of \${Object.keys(groups).length}\`); const last = new Map<string, string>(); for (const c of object.spec.containers) last.set(c.image ?? "", c.name); yield violation(\`\${last.size} \${last.get("nginx:1") ?? "none"}\`); for (const [image, name] of last) yield violation(\`last of \${image} is \${name}\`); const byName = object.spec.containers.reduce<Record<string, string[]>>((all, c) => { const key = c.image ?? "-"; return { ...all, [key]: [...(all[key] ?? []), c.name] }; }, {}); for (const [image, names] of Object.entries(byName)) yield violation(\`\${image} \${names.join()}\`); const m = object.spec.containers.reduce((all, c) => { all.set(c.name, (all.get(c.name) ?? 0) + 1); return all; }, new Map<string, number>()); if ([...m.values()].some((n) => n > 1)) yield violation("a name twice");`,
  },
  {
    says: "what may be absent, or what a test spreads, among any keys",
    minKubernetes: "1.33",
    paramsType:
      "interface Params { extra?: { app?: string; tier?: string }; more?: { [key: string]: string } }",
    params: { extra: { tier: "gold" } },
    body: `const labels = object.metadata.labels ?? {}; const one: Record<string, string> = { ...labels, ...(object.spec.hostNetwork && { app: "host" }) }; const other: Record<string, string | undefined> = { ...labels, ...params.extra }; const third: Record<string, string> = { app: "none", ...(object.spec.hostNetwork ? labels : params.more) }; const fourth: Record<string, string> = { ...params.more, ...(object.spec.hostname !== undefined && { app: object.spec.hostname }) }; yield violation(\`\${one["app"] ?? "-"} \${Object.keys(one).length} \${other["app"] ?? "-"} \${other["tier"] ?? "-"} \${third["app"] ?? "-"} \${Object.keys(third).length} \${fourth["app"] ?? "-"}\`);`,
  },
  {
    says: "a map that a loop fills counts by a choice of what is there",
    minKubernetes: "1.35",
    body: `const counts: Record<string, number> = {}; const sizes: { [image: string]: number } = {};
for (const { image = "none" } of object.spec.containers) counts[image] = counts[image] ? counts[image] + 1 : 1;
object.spec.containers.forEach((c) => { const image = c.image ?? "none"; const size = (c.args ?? []).length; sizes[image] = sizes[image] === undefined ? size : sizes[image] + size; });
for (const [image, n] of Object.entries(counts)) yield violation(\`\${image} \${n} \${sizes[image] ?? "-"}\`);`,
  },
  {
    says: "what is under a key begins by one way of a choice, and grows by the other",
    body: `const byImage = new Map<string, string[]>(); for (const c of object.spec.containers) { const image = c.image ?? "none"; const names = byImage.get(image); if (names === undefined) { byImage.set(image, [c.name]); } else { names.push(c.name); } } for (const [image, names] of byImage) yield violation(\`\${image}: \${names.join(" ")}\`); const ports: Record<string, number[]> = {}; for (const c of object.spec.containers) for (const p of c.ports ?? []) { const all = ports[c.name]; if (all) ports[c.name] = [...all, p.containerPort]; else ports[c.name] = [p.containerPort]; } for (const [name, all] of Object.entries(ports)) yield violation(\`\${name}: \${all.join(" ")}\`); const mounts: Record<string, number> = {}; for (const c of object.spec.containers) for (const m of c.volumeMounts ?? []) { if (m.readOnly) continue; const n = mounts[m.name]; if (n !== undefined) mounts[m.name] = n + 1; else mounts[m.name] = 1; } for (const [name, n] of Object.entries(mounts)) yield violation(\`\${name} \${n}\`);`,
  },
  {
    says: "what is under a key is asked for by has or in, taken out, and put back",
    body: `const users = new Map<string, number>(); for (const c of object.spec.containers) { const user = \`\${c.securityContext?.runAsUser ?? "none"}\`; if (users.has(user)) users.set(user, (users.get(user) ?? 0) + 1); else users.set(user, 1); } for (const [user, n] of users) if (n > 1) yield violation(\`\${user} \${n}\`); const groups: Record<string, string[]> = {}; for (const c of object.spec.containers) { const key = c.image ?? ""; if (!(key in groups)) groups[key] = [c.name]; else groups[key]?.push(c.name); } for (const [key, names] of Object.entries(groups)) yield violation(\`\${key} \${names.length}\`); const volumes = new Map<string, string[]>(); for (const c of object.spec.containers) for (const m of c.volumeMounts ?? []) { const paths = volumes.get(m.name) ?? []; paths.push(m.mountPath); volumes.set(m.name, paths); } for (const [name, paths] of volumes) yield violation(\`\${name} at \${paths.join(", ")}\`);`,
  },
  {
    says: "several values at once are pushed to what is under a key",
    body: `const groups: Record<string, string[]> = {}; const all: Record<string, string[]> = {}; for (const c of object.spec.containers) { (groups[c.imagePullPolicy ?? "none"] ??= []).push(c.name, c.image ?? "-"); const key = c.image?.startsWith("reg/") ? "reg" : "other"; all[key] ??= []; all[key].push(c.name, ...(c.volumeMounts ?? []).map((m) => m.name), "end"); } for (const [pull, names] of Object.entries(groups)) yield violation(\`\${pull} \${names.join(" ")}\`); for (const [key, names] of Object.entries(all)) yield violation(\`\${key} \${names.join(" ")}\`); const reduced = object.spec.containers.reduce<Record<string, string[]>>((t, c) => { (t[c.name] ??= []).push(c.name, "x"); return t; }, {}); for (const [name, parts] of Object.entries(reduced)) yield violation(\`\${name} \${parts.length}\`);`,
  },
  {
    says: "a constant table with any keys that is spread keeps its own",
    module: `const teams: { readonly [key: string]: string } = { a: "web", app: "x" };`,
    body: `for (const [key, value] of Object.entries({ ...teams, app: object.metadata.name })) yield violation(\`\${key}=\${value}\`);`,
  },
  {
    says: "entries in the order of their keys, or found by one",
    minKubernetes: "1.35",
    body: `const { labels = {}, annotations = {} } = object.metadata; const all = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)); yield violation(all.map(([key, value]) => \`\${key}=\${value}\`).join(", ")); yield violation(\`first \${all[0]?.[0] ?? "none"}\`); const byValue = Object.entries(labels).toSorted((a, b) => (a[1] > b[1] ? -1 : a[1] < b[1] ? 1 : 0) || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)); yield violation(byValue.map(([key]) => key).join()); const found = Object.entries(annotations).find(([key]) => key === "a"); yield violation(found?.[1] ?? "none"); const counts: Record<string, number> = {}; for (const c of object.spec.containers) counts[c.image ?? "none"] = (counts[c.image ?? "none"] ?? 0) + 1; const most = Object.entries(counts).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : a > b ? 1 : 0)); yield violation(most.map(([image, n]) => \`\${image}:\${n}\`).join()); const sizes = new Map<string, number>(); for (const c of object.spec.containers) sizes.set(c.name, (sizes.get(c.name) ?? 0) + (c.ports ?? []).length); for (const [name, n] of [...sizes].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)).slice(0, 1)) yield violation(\`most \${name} \${n}\`);`,
  },
];
