import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";
const others =
  "for (const v of object.spec.volumes ?? []) for (const c of [{ name: v.name, image: v.hostPath?.path }, { name: `${v.name}2`, image: v.hostPath?.path }])";

const lists =
  'const names = [...object.spec.containers.map((c) => c.name), "x", "y", "x"]; const more = [...(object.spec.volumes ?? []).map((v) => v.name), "a", "y", "q", "q", "q"];';

/** Maps and sets that several statements fill, one after the other. */
export const filled: readonly Construct[] = [
  {
    says: "a reduce to a map that begins with something",
    minKubernetes: "1.35",
    body: `const named = object.spec.containers.reduce<Record<string, number>>((acc, c) => ({ ...acc, [c.name]: (c.ports ?? []).length }), { a: 7, q: 5 }); for (const name of ["a", "b", "q", "z"]) yield violation(\`\${name} \${named[name] ?? "none"}\`); const counts: Record<string, number> = { Always: 1, Never: 0 }; for (const c of object.spec.containers) counts[c.imagePullPolicy ?? "none"] = (counts[c.imagePullPolicy ?? "none"] ?? 0) + 1; for (const [pull, count] of Object.entries(counts)) yield violation(\`\${pull} \${count}\`); const firsts = new Map([["a", ["x", "x"]]]); for (const c of object.spec.containers) firsts.set(c.name, [...(firsts.get(c.name) ?? []), c.image ?? "none"]); for (const [name, images] of firsts) yield violation(\`\${name} \${images.join(",")}\`);`,
  },
  {
    says: "maps that begin with something are filled: counts, sums, lists, the last value, by reduce",
    minKubernetes: "1.35",
    body: `const counts: Record<string, number> = { Always: 0, Never: 0 }; const sums = new Map([["a", 1], ["z", 5]]); const groups: Record<string, string[]> = { a: ["x", "y"], none: [] }; const images: Record<string, string> = { a: "taken", z: "free" }; const kinds: { [kind: string]: Set<string> } = { none: new Set(), ["b"]: new Set() }; for (const c of object.spec.containers) { const pull = c.imagePullPolicy ?? "Never"; counts[pull] = (counts[pull] ?? 0) + 1; sums.set(c.name, (sums.get(c.name) ?? 0) + (c.ports ?? []).length); (groups[c.name] ??= []).push(c.image ?? "-"); images[c.name] = c.image ?? "none"; (kinds[c.name] ??= new Set()).add(pull); } for (const [pull, n] of Object.entries(counts)) yield violation(\`\${n} pull \${pull}\`); for (const [name, n] of sums) yield violation(\`\${name}: \${n}\`); for (const [name, all] of Object.entries(groups)) yield violation(\`\${name} \${all.join()} \${all.length}\`); for (const [name, image] of Object.entries(images)) yield violation(\`\${name}=\${image}\`); for (const [name, all] of Object.entries(kinds)) if (!all.has("Always")) yield violation(\`\${name} never\`); yield violation(\`\${counts["Never"] ?? -1} \${counts["IfNotPresent"] ?? -1} \${sums.has("z")} \${sums.get("b") ?? -1}\`); const reduced = object.spec.containers.reduce<Record<string, number>>((all, c) => ({ ...all, [c.name]: (all[c.name] ?? 0) + 1 }), { b: 2 }); for (const [name, n] of Object.entries(reduced)) yield violation(\`reduced \${name} \${n}\`);`,
  },
  {
    says: "maps that begin with something are asked by the turns that fill them",
    minKubernetes: "1.35",
    body: `const seen: Record<string, boolean> = { b: true, "istio-proxy": true }; for (const c of object.spec.containers) for (const p of c.ports ?? []) { const key = p.name ?? c.name; if (seen[key]) yield violation(\`\${c.name} \${key} again\`); seen[key] = true; } const owners = new Map([["80", "proxy"]]); for (const c of object.spec.containers) for (const p of c.ports ?? []) { const key = \`\${p.containerPort}\`; const before = owners.get(key); if (before !== undefined) yield violation(\`\${key}: \${before} and \${c.name}\`); else owners.set(key, c.name); } yield violation(\`\${owners.has("80")} \${owners.get("443") ?? "-"}\`); const used = new Map([["a", 1], ["b", 0]]); for (const c of object.spec.containers) { if (used.has(c.name)) yield violation(\`\${c.name} has one\`); used.set(c.name, (used.get(c.name) ?? 0) + (c.ports ?? []).length); }`,
  },
  {
    says: "what no turn pushes, since a test before it has come out otherwise",
    minKubernetes: "1.35",
    body: `{ const f: string[] = []; for (const c of object.spec.containers) { if (c.name !== "a") continue; if (c.name !== "a") f.push(c.name); else if (!c.image) f.push(c.name); } yield violation(\`\${f.length}: \${f.join(",")}\`); } { const f: string[] = []; for (const c of object.spec.containers) { if (c.name === "a") { if (c.name !== "a") f.push(c.name); } else f.push(c.image ?? "none"); } yield violation(\`\${f.length}: \${f.join(",")}\`); }`,
  },
  {
    says: "a set that a choice fills with one known text, and a loop with any",
    minKubernetes: "1.35",
    body: `const names = new Set<string>(); if (object.spec.hostNetwork) { for (const c of object.spec.containers) { if (c.name !== "a") continue; names.add(c.name); } } for (const c of object.spec.containers) { if (c.image) { names.add(c.name); } } if (names.size > 1) yield violation(\`\${names.size}\`); if (names.has("a")) yield violation("a");`,
  },
  {
    says: "several loops fill one map in turn, and the last value of a key counts",
    minKubernetes: "1.35",
    body: `const images = new Map<string, string>(); ${each} images.set(c.image?.includes(":") ? "tagged" : "plain", c.name); ${others} { if (c.image === undefined) continue; images.set("plain", c.name); } images.set("extra", "x"); if (object.spec.hostNetwork) images.set("tagged", "host"); for (const [kind, name] of images) yield violation(\`\${kind} \${name}\`); if (images.size > 2) yield violation(\`\${images.size} kinds\`); const sizes: Record<string, number> = {}; sizes["none"] = 0; ${each} sizes[c.name] = (c.ports ?? []).length; if (sizes["a"] !== undefined) yield violation(\`a has \${sizes["a"]}\`);`,
  },
  {
    says: "several loops count, sum and group under the same keys",
    body: `const counts = new Map<string, number>(); const groups: Record<string, string[]> = {}; ${each} { const kind = c.image?.includes(":") ? "tagged" : "plain"; const n = counts.get(kind) ?? 0; counts.set(kind, n + 1); (groups[kind] ??= []).push(c.name); } if (object.spec.hostNetwork) { counts.set("host", (counts.get("host") ?? 0) + 5); counts.set("plain", (counts.get("plain") ?? 0) + 1); } ${others} { const kind = c.image ? "plain" : "empty"; const n = counts.get(kind) ?? 0; counts.set(kind, n + 1); (groups[kind] ??= []).push(c.name, kind); } for (const [kind, n] of counts) if (n > 1) yield violation(\`\${kind} \${n}\`); for (const [kind, names] of Object.entries(groups)) if (names.length > 1) yield violation(\`\${kind}: \${names.join()}\`);`,
  },
  {
    says: "turns of several loops ask a set for what those before have added, and it is read after them",
    minKubernetes: "1.35",
    body: `${lists} const seen = new Set<string>(); for (const n of names) { if (seen.has(n)) yield violation(\`twice \${n}\`); seen.add(n); } if (seen.size > 3) yield violation(\`\${seen.size} names\`); for (const [i, n] of more.entries()) { if (seen.has(n)) { yield violation(\`\${n} again at \${i}\`); continue; } if (n !== "v") seen.add(n); } yield violation(\`\${sorted([...seen]).join()} \${seen.has("v")}\`); const all: string[] = []; const twice: string[] = []; for (const n of names) { if (all.includes(n)) twice.push(n); all.push(n); } for (const n of more) { if (all.includes(n)) twice.push(n); all.push(n); } yield violation(\`\${all.join()} \${twice.join()}\`); const once: string[] = []; for (const [i, n] of [...names, ...more].entries()) { if (once.includes(n)) { yield violation(\`\${n} is not new at \${i}\`); continue; } once.push(n); } yield violation(once.join());`,
  },
  {
    says: "turns of several loops ask a map for what those before have put there, and it is read after them",
    minKubernetes: "1.35",
    body: `${lists} const counts = new Map<string, number>(); for (const n of names) { const k = counts.get(n) ?? 0; if (k === 1) yield violation(\`second \${n}\`); counts.set(n, k + 1); } for (const n of more) { const k = counts.get(n) ?? 0; if (k > 0) yield violation(\`\${n} had \${k}\`); counts.set(n, k + 1); } for (const [k, n] of counts) if (n > 1) yield violation(\`\${k} \${n}\`); const owner = new Map<string, string>(); for (const [i, n] of names.entries()) { const before = owner.get(n); if (before !== undefined) yield violation(\`\${n} at \${i} is \${before}\`); else owner.set(n, \`first \${i}\`); } for (const [i, n] of more.entries()) { if (owner.has(n)) { yield violation(\`\${n} at \${i} was \${owner.get(n) ?? "?"}\`); continue; } owner.set(n, \`second \${i}\`); } for (const [n, by] of owner) yield violation(\`\${n}: \${by}\`); const last = new Map<string, string>(); last.set("q", "nobody"); for (const [i, n] of more.entries()) { yield violation(\`\${n} \${i} after \${last.get(n) ?? "none"}\`); last.set(n, \`\${i}\`); } for (const [n, by] of last) yield violation(\`\${n} \${by}\`);`,
  },
  {
    says: "sets that functions fill by several loops, ask and read",
    module: `function report(names: readonly string[], more: readonly string[]): string[] { const seen = new Set<string>(); const out: string[] = []; for (const n of names) { if (seen.has(n)) out.push(\`dup \${n}\`); seen.add(n); } if (seen.has("two")) out.push("two"); for (const n of more) { if (seen.has(n)) out.push(\`again \${n}\`); else seen.add(n); } out.push(\`\${seen.size}\`); return out; }
function firstTwice(names: readonly string[], more: readonly string[]): string { const seen = new Set<string>(); for (const n of names) { if (seen.has(n)) return n; seen.add(n); } for (const n of more) { if (seen.has(n)) return \`again \${n}\`; seen.add(n); } return \`none of \${seen.size}\`; }`,
    minKubernetes: "1.35",
    body: `${lists} yield violation(report(names, more).join()); yield violation(firstTwice(names, more)); yield violation(firstTwice(["x", "b"], more)); yield violation(firstTwice(["x"], ["z"])); const known = new Set<string>(); for (const n of names) known.add(n); if (known.has("a")) yield violation("a is known"); for (const n of more) if (!known.has(n)) yield violation(\`\${n} is unknown\`); for (const n of more) known.add(n); yield violation(\`\${known.size} known\`);`,
  },
  {
    says: "a number or a list under a key is begun with before it is added to",
    body: `const counts: Record<string, number> = {}; const sums: Record<string, number> = {}; const has = new Map<string, number>(); const groups = new Map<string, string[]>(); const pulls: Record<string, string[]> = {}; ${each} { const k = c.image?.includes(":") ? "tagged" : "plain"; counts[k] ??= 0; counts[k]++; if (!(k in sums)) sums[k] = 0; sums[k] = (sums[k] ?? 0) + (c.ports ?? []).length; if (!has.has(k)) has.set(k, 0); has.set(k, (has.get(k) ?? 0) + 2); let list = groups.get(k); if (!list) { list = []; groups.set(k, list); } list.push(c.name); let all = pulls[c.imagePullPolicy ?? "none"]; if (all === undefined) { all = []; pulls[c.imagePullPolicy ?? "none"] = all; } all.push(c.name, "or"); } for (const [k, n] of Object.entries(counts)) if (n > 1) yield violation(\`\${k} \${n}\`); for (const [k, n] of Object.entries(sums)) if (n > 0) yield violation(\`sum \${k} \${n}\`); for (const [k, n] of has) if (n > 2) yield violation(\`has \${k} \${n}\`); for (const [k, names] of groups) if (names.length > 1) yield violation(\`\${k}: \${names.join()}\`); for (const [k, names] of Object.entries(pulls)) if (names.length > 3) yield violation(\`\${k}: \${names.join()}\`);`,
  },
  {
    says: "a number of a map that is read, added to and put back",
    minKubernetes: "1.33",
    body: `const by = new Map<string, number>(); for (const c of object.spec.containers) { const k = c.imagePullPolicy ?? "none"; let n = by.get(k) ?? 0; n++; by.set(k, n); } for (const [k, n] of by) yield violation(\`\${k} \${n}\`); const ports: Record<string, number> = {}; for (const c of object.spec.containers) { let n = ports[c.imagePullPolicy ?? "none"] ?? 0; n += (c.ports ?? []).length; ports[c.imagePullPolicy ?? "none"] = n; } for (const [k, n] of Object.entries(ports)) yield violation(\`\${k} \${n} ports\`); const turns = new Map<string, number>(); for (const c of [...object.spec.containers, ...object.spec.containers]) { let n = turns.get(c.name) ?? 0; if (n > 0) yield violation(\`\${c.name} again\`); n = n + 1; turns.set(c.name, n); if (n === 2) yield violation(\`\${c.name} twice\`); }`,
  },
  {
    says: "a map whose list a turn adds to and goes on, or begins",
    body: `const by = new Map<string, string[]>(); for (const c of object.spec.containers) { const k = c.imagePullPolicy ?? "none"; const names = by.get(k); if (names) { names.push(c.name); continue; } by.set(k, [c.name]); } for (const [k, names] of by) if (names.length > 1) yield violation(\`\${k} \${names.join()}\`); const others: Record<string, string[]> = {}; for (const c of object.spec.containers) { const k = c.imagePullPolicy ?? "none"; if (!(k in others)) { others[k] = [c.name]; continue; } others[k]!.push(c.name); } for (const [k, names] of Object.entries(others)) if (names.length > 1) yield violation(\`others \${k} \${names.join()}\`); const begun = new Map<string, string[]>(); for (const c of object.spec.containers) { const k = c.imagePullPolicy ?? "none"; if (!begun.has(k)) begun.set(k, []); begun.get(k)!.push(c.name); } for (const [k, names] of begun) if (names.length > 1) yield violation(\`begun \${k} \${names.join()}\`);`,
  },
  {
    says: "a map whose numbers a turn adds to or begins, by what it asks",
    body: `const has = new Map<string, number>(); for (const c of object.spec.containers) { const k = c.imagePullPolicy ?? "none"; if (has.has(k)) has.set(k, has.get(k)! + 1); else has.set(k, 1); } for (const [k, n] of has) if (n > 1) yield violation(\`\${k} \${n}\`); const chosen = new Map<string, number>(); for (const c of object.spec.containers) { const n = chosen.get(c.imagePullPolicy ?? "none"); chosen.set(c.imagePullPolicy ?? "none", n === undefined ? 1 : n + 1); } for (const [k, n] of chosen) if (n > 1) yield violation(\`chosen \${k} \${n}\`); const own: Record<string, number> = {}; for (const c of object.spec.containers) { const k = c.imagePullPolicy ?? "none"; if (Object.hasOwn(own, k)) own[k]! += 1; else own[k] = 1; } for (const [k, n] of Object.entries(own)) if (n > 1) yield violation(\`own \${k} \${n}\`); const zero: Record<string, number> = {}; for (const c of object.spec.containers) { const k = c.imagePullPolicy ?? "none"; if (!(k in zero)) zero[k] = 0; zero[k]! += 1; } for (const [k, n] of Object.entries(zero)) if (n > 1) yield violation(\`zero \${k} \${n}\`);`,
  },
  {
    says: "the first of each key, by ??=",
    minKubernetes: "1.35",
    body: `const first: Record<string, string> = {}; for (const c of object.spec.containers) first[c.imagePullPolicy ?? "none"] ??= c.name; for (const [pull, name] of Object.entries(first)) yield violation(\`\${pull} \${name}\`);`,
  },
  {
    says: "the first of each key, which the turns ask for as well",
    minKubernetes: "1.35",
    body: `const first: Record<string, string> = {}; for (const c of object.spec.containers) { first[c.imagePullPolicy ?? "none"] ??= c.name; if (first[c.imagePullPolicy ?? "none"] !== c.name) yield violation(\`\${c.name} after \${first[c.imagePullPolicy ?? "none"] ?? "-"}\`); }`,
  },
  {
    says: "the first of each key by several loops, of a map that begins with something",
    minKubernetes: "1.35",
    body: `const first: Record<string, string> = { Always: "x" }; for (const c of object.spec.containers) first[c.imagePullPolicy ?? "none"] = first[c.imagePullPolicy ?? "none"] ?? c.name; for (const c of object.spec.initContainers ?? []) first[c.imagePullPolicy ?? "none"] ??= c.name; for (const [pull, name] of Object.entries(first)) yield violation(\`\${pull} \${name}\`);`,
  },
  {
    says: "the first record of each key, by ?? of what is there",
    minKubernetes: "1.35",
    body: `const firsts = new Map<string, Container>(); for (const c of object.spec.containers) firsts.set(c.imagePullPolicy ?? "none", firsts.get(c.imagePullPolicy ?? "none") ?? c); for (const [pull, c] of firsts) yield violation(\`\${pull} \${c.name}\`);`,
  },
  {
    says: "a reduce that keeps the first of each key",
    minKubernetes: "1.35",
    body: `const first = object.spec.containers.reduce<Record<string, string>>((all, c) => { all[c.imagePullPolicy ?? "none"] ??= c.name; return all; }, {}); for (const [pull, name] of Object.entries(first)) yield violation(\`\${pull} \${name}\`);`,
  },
  {
    says: "a reduce that sets the entries of a map in an expression",
    minKubernetes: "1.35",
    body: `const m = object.spec.containers.reduce((m, c) => m.set(c.name, c.image ?? "none"), new Map<string, string>()); for (const [name, image] of m) yield violation(\`\${name} \${image}\`);`,
  },
  {
    says: "a reduce that adds to a set in an expression",
    minKubernetes: "1.35",
    body: `const s = object.spec.containers.reduce((s, c) => s.add(c.imagePullPolicy ?? "none"), new Set<string>()); yield violation(\`\${s.size} \${s.has("Never")}\`);`,
  },
  {
    says: "a reduce that adds to a set behind a test",
    minKubernetes: "1.35",
    body: `const s = object.spec.containers.reduce((s, c) => { if (c.image) s.add(c.imagePullPolicy ?? "none"); return s; }, new Set<string>(["Always"])); yield violation(\`\${s.size} \${s.has("Never")}\`);`,
  },
  {
    says: "a reduce to a set with one more",
    minKubernetes: "1.35",
    body: `const s = object.spec.containers.reduce((s, c) => new Set([...s, c.imagePullPolicy ?? "none"]), new Set<string>()); yield violation(\`\${s.size} \${s.has("Never")}\`);`,
  },
  {
    says: "a count of each key that a type names",
    minKubernetes: "1.35",
    module: `type Size = "small" | "big"; const sizeOf = (c: Container): Size => ((c.ports ?? []).length > 1 ? "big" : "small");`,
    body: `const sizes: Record<Size, number> = { small: 0, big: 0 }; for (const c of object.spec.containers) sizes[sizeOf(c)]++; yield violation(\`\${sizes.small} \${sizes.big}\`);`,
  },
  {
    says: "a list of each key that a type names",
    minKubernetes: "1.35",
    module: `type Size = "small" | "big"; const sizeOf = (c: Container): Size => ((c.ports ?? []).length > 1 ? "big" : "small");`,
    body: `const names: Record<Size, string[]> = { small: [], big: [] }; for (const c of object.spec.containers) { const size = sizeOf(c); if (c.image) names[size].push(c.name); } yield violation(\`\${names.small.join()} \${names.big.join()}\`);`,
  },
  {
    says: "sums of keys that a constant list names",
    minKubernetes: "1.35",
    body: `const totals = { cpu: 0, memory: 0 }; for (const c of object.spec.containers) for (const r of ["cpu", "memory"] as const) totals[r] += c.resources?.limits?.[r] === undefined ? 1 : 3; yield violation(\`\${totals.cpu} \${totals.memory}\`);`,
  },
];
