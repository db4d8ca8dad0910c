import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

/** Sets that a loop asks and fills. */
export const seenSets: readonly Construct[] = [
  {
    says: "whether a set has several in it, one, or none",
    body: `const pulls = new Set(object.spec.containers.map((c) => c.imagePullPolicy ?? "none")); if (pulls.size > 1) yield violation("mixed"); if (pulls.size <= 1) yield violation("alike"); for (const c of object.spec.containers) { const ports = new Set((c.ports ?? []).map((p) => p.containerPort)); if (ports.size === 1) yield violation(\`\${c.name} has one\`); if (ports.size !== 1) yield violation(\`\${c.name} has not one\`); if (ports.size >= 2) yield violation(\`\${c.name} has several\`); if (new Set((c.env ?? []).map((e) => e.name)).size < 2) yield violation(\`\${c.name} has few\`); }`,
  },
  {
    says: "sets and lists that begin with something are asked for that as well",
    minKubernetes: "1.35",
    module: `const reserved = ["a", "istio-proxy"];`,
    body: `const taken = new Set(reserved); for (const c of object.spec.containers) { if (taken.has(c.name)) yield violation(\`\${c.name} is taken, \${c.image ?? "-"}\`); taken.add(c.name); } for (const c of object.spec.initContainers ?? []) { if (taken.has(c.name)) yield violation(\`init \${c.name}\`); taken.add(c.name); } yield violation(\`\${taken.has("b")} \${taken.has("istio-proxy")} \${[...taken].join()}\`); const listed = ["b", "z"]; for (const c of object.spec.containers) { if (listed.includes(c.name)) yield violation(\`\${c.name} \${c.image ?? "-"}\`); else listed.push(c.name); } yield violation(listed.join()); const all = ["b", "b"]; for (const c of object.spec.containers) { if (all.includes(c.name)) yield violation(\`again \${c.name}\`); all.push(c.name); } yield violation(all.join());`,
  },
  {
    says: "a set that begins with what another list holds is asked and filled",
    body: `const init = new Set((object.spec.initContainers ?? object.spec.containers).map((c) => c.name)); for (const c of object.spec.containers) { if (init.has(c.name)) yield violation(c.name); init.add(c.name); }`,
  },
  {
    says: "turns that ask a set and add nothing to it, and turns that add to it and ask nothing",
    minKubernetes: "1.33",
    body: `const names = new Set<string>(); for (const c of object.spec.containers) { if (names.has(c.name)) yield violation(\`twice \${c.name}\`); if (!c.imagePullPolicy) names.add(c.name); } const images = new Set<string>(); for (const c of object.spec.containers) { const image = c.image ?? "none"; if (c.stdin) { if (images.has(image)) yield violation(\`image \${image}\`); } images.add(image); } const pulls = new Set<string>(); for (const c of object.spec.containers) { const pull = c.imagePullPolicy ?? "none"; if (pulls.has(pull)) yield violation(\`pull \${pull}\`); if (c.image === undefined) continue; pulls.add(pull); }`,
  },
  {
    says: "a set of what was seen finds what is there twice",
    body: `const seen = new Set<string>(); ${each} { for (const m of c.volumeMounts ?? []) { const key = m.readOnly ? "ro" : "rw"; if (seen.has(key)) yield violation(\`twice \${key}\`, m); seen.add(key); } } const images = new Set<string>(); ${each} { const tag = (c.image ?? "").split(":")[1] ?? "none"; if (images.has(tag)) { yield violation(\`tag \${tag} twice\`); continue; } images.add(tag); } const flags = new Set<boolean>(); ${each} { const flag = c.image?.includes(":") ?? false; if (flags.has(flag)) yield violation("both alike"); else flags.add(flag); }`,
  },
  {
    says: "only the turns after the first say what was seen before",
    minKubernetes: "1.33",
    body: `const seen = new Set<string>(); ${each} { if (c.name === "b") continue; for (const m of c.volumeMounts ?? []) { const key = m.readOnly === undefined ? "rw" : "rw"; if (seen.has(key)) yield violation(\`\${c.name} \${m.name} again\`, m); seen.add(key); } } const names = new Set<string>(); for (const v of object.spec.volumes ?? []) { const kind = v.emptyDir ? "empty" : "host"; if (!names.has(kind)) { names.add(kind); yield violation(\`\${v.name} is the first \${kind}\`); continue; } yield violation(\`\${v.name} is not\`); } const ports = new Set<number>(); ${each} for (const p of c.ports ?? []) { const n = p.containerPort % 2; if (ports.has(n) && c.name !== "z") yield violation(\`\${c.name} \${p.containerPort}\`); ports.add(n); }`,
  },
  {
    says: "lists of what was seen, and sets that functions fill",
    minKubernetes: "1.35",
    module: `function again(names: readonly string[]): string[] { const seen = new Set<string>(); const found: string[] = []; for (const n of names) { if (seen.has(n)) found.push(n); else seen.add(n); } return found; }
function repeats(names: readonly string[]): number { const seen: string[] = []; let n = 0; for (const name of names) { if (seen.includes(name)) n++; seen.push(name); } return n; }
const unique = (names: readonly string[]): string[] => { const all: string[] = []; for (const name of names) if (!all.includes(name)) all.push(name); return all; };
const firstTwice = (names: readonly string[]): string | undefined => { const seen = new Set<string>(); for (const name of names) { if (seen.has(name)) return name; seen.add(name); } return undefined; };`,
    body: `const names = [...object.spec.containers.map((c) => c.image ?? "none"), "x", "y", "x", "x"]; yield violation(\`\${again(names).join()} \${repeats(names)} \${unique(names).join("|")} \${firstTwice(names) ?? "none"} \${firstTwice(["v", "w", "w", "v", ...names]) ?? "none"}\`); const seen: string[] = []; let twice = 0; for (const c of object.spec.containers) { const key = c.image ?? ""; if (seen.includes(key)) { twice += 1; yield violation(\`\${c.name} has \${key} again\`); } seen.push(key); } yield violation(\`\${twice} twice\`);`,
  },
  {
    says: "sets that loops fill, and that are read after them",
    minKubernetes: "1.35",
    module: `const images = (list: readonly Container[]): Set<string> => { const all = new Set<string>(); for (const c of list) if (c.image) all.add(c.image); return all; };`,
    body: `const declared = new Set<string>(); for (const v of object.spec.volumes ?? []) declared.add(v.name); for (const c of object.spec.containers) { declared.add(c.name); if (c.image) declared.add(c.image); } for (const c of object.spec.containers) { for (const m of c.volumeMounts ?? []) if (!declared.has(m.name)) yield violation(\`\${c.name} mounts \${m.name}\`); if (declared.has("a")) yield violation(\`a and \${c.name}\`); } const used = new Set(["a"]); for (const c of object.spec.containers) for (const m of c.volumeMounts ?? []) if (!used.has(m.name)) used.add(m.name); for (const v of object.spec.volumes ?? []) if (!used.has(v.name)) yield violation(\`\${v.name} is unused\`); yield violation(\`\${used.size}\`); if (images(object.spec.containers).has("nginx:1")) yield violation("nginx");`,
  },
  {
    says: "a map that a loop fills says what earlier turns have put under the same key",
    minKubernetes: "1.35",
    module: `function twice(cs: readonly Container[]): string[] { const counts = new Map<string, number>(); const out: string[] = []; for (const c of cs) { const kind = c.image?.includes(":") ? "tagged" : "plain"; const n = (counts.get(kind) ?? 0) + 1; counts.set(kind, n); if (n === 2) out.push(kind); } return out; }`,
    body: `const owner = new Map<string, string>(); const last = new Map<string, string>(); const counts = new Map<string, number>(); const groups = new Map<string, string[]>(); const out: string[] = []; let again = 0;
for (const c of object.spec.containers) for (const m of c.volumeMounts ?? []) { const key = m.readOnly ? "read" : "write"; const before = owner.get(key); if (before !== undefined) { yield violation(\`\${c.name} wants to \${key}, as \${before} does\`); continue; } owner.set(key, c.name); }
for (const c of object.spec.containers) { let key = "none"; if (c.image) key = "some"; out.push(\`\${key} \${last.get(key) ?? "-"} \${last.has(key)}\`); if (last.has(key)) again++; last.set(key, c.name); }
object.spec.containers.forEach((c) => { const key = \`\${c.ports === undefined}\`; const n = counts.get(key) ?? 0; if (n > 0) out.push(\`\${c.name} \${n}\`); counts.set(key, n + 1); });
for (const c of object.spec.containers) { const key = c.imagePullPolicy ?? "none"; groups.set(key, [...(groups.get(key) ?? []), c.name]); if ((groups.get(key) ?? []).length > 1) out.push((groups.get(key) ?? []).join("+")); }
yield violation(\`\${out.join()} \${again} \${twice(object.spec.containers).join()}\`);`,
  },
  {
    says: "what a constant has read of a map is put back once in a turn",
    minKubernetes: "1.35",
    body: `const counts = new Map<string, number>(); for (const c of object.spec.containers) { const key = c.image?.includes(":") ? "tagged" : "plain"; const n = (counts.get(key) ?? 0) + 1; counts.set(key, n); } for (const [key, n] of counts) yield violation(\`\${key} \${n}\`);`,
  },
  {
    says: "an object that turns ask for what those before them have put there",
    minKubernetes: "1.33",
    module: `const key = (c: Container) => c.image?.split(":")[0] ?? "none";`,
    body: `const seen: Record<string, boolean> = {}; for (const c of object.spec.containers) { const k = key(c); if (seen[k]) yield violation(\`\${c.name} again\`); seen[k] = true; } const owner: Record<string, string> = {}; for (const c of [...object.spec.containers, ...object.spec.containers]) { const k = c.imagePullPolicy ?? "none"; const first = owner[k]; if (first !== undefined) yield violation(\`\${c.name} after \${first}\`); else owner[k] = c.name; } for (const [k, name] of Object.entries(owner)) yield violation(\`\${k}: \${name}\`); const counts: Record<string, number> = {}; for (const c of object.spec.containers) { const k = c.imagePullPolicy ?? "none"; counts[k] = (counts[k] ?? 0) + 1; if ((counts[k] ?? 0) > 1) yield violation(\`\${c.name} is number \${counts[k]} of \${k}\`); } const once: Record<string, true> = {}; for (const v of object.spec.volumes ?? []) { if (!once[v.name.slice(0, 1)]) { once[v.name.slice(0, 1)] = true; yield violation(\`first \${v.name}\`); } }`,
  },
  {
    says: "an object that is asked for a key, in a function and beside a list",
    minKubernetes: "1.33",
    module: `const repeated = (cs: readonly Container[]): string[] => { const seen: Record<string, string> = {}; const all: string[] = []; for (const c of cs) { const k = c.imagePullPolicy ?? "none"; if (k in seen) all.push(c.name); seen[k] = c.name; } return all; }; const first = (cs: readonly Container[]): string | undefined => { const seen: Record<string, string> = {}; for (const c of cs) { const k = c.imagePullPolicy ?? "none"; if (Object.hasOwn(seen, k)) return \`\${c.name} after \${seen[k] ?? "nobody"}\`; seen[k] = c.name; } return undefined; }; const inMap = (cs: readonly Container[]): string[] => { const seen = new Map<string, boolean>(); const all: string[] = []; for (const c of cs) { const k = c.imagePullPolicy ?? "none"; if (seen.has(k)) all.push(c.name); seen.set(k, true); } return all; };`,
    body: `yield violation(\`\${repeated(object.spec.containers).join()} \${first(object.spec.containers) ?? "none"} \${inMap(object.spec.containers).join()}\`);`,
  },
  {
    says: "what a turn fills that goes on where a value is new",
    minKubernetes: "1.35",
    body: "const seen = new Set<string>(); const groups: Record<string, string[]> = {}; let images = 0; for (const c of object.spec.containers) { if (seen.has(c.name)) continue; seen.add(c.name); (groups[c.name] ??= []).push(c.image ?? 'none'); if (c.image) images += 1; } for (const [key, group] of Object.entries(groups)) yield violation(`${key}: ${group.join()}`); yield violation(`${images}`);",
  },
  {
    says: "a set for each turn around, of a list that asks that turn",
    minKubernetes: "1.35",
    body: "for (const c of object.spec.containers) { const seen = new Set<string>(); for (const d of [object.spec.containers.filter(() => c.securityContext === undefined), object.spec.containers].flat()) { const key = d.image ?? 'none'; if (seen.has(key)) yield violation(`${c.name} has two ${key}`); seen.add(key); } }",
  },
  {
    says: "groups for each turn around, of texts that ask that turn",
    minKubernetes: "1.35",
    body: 'for (const c of object.spec.containers) { const groups = new Map<string, Set<string>>(); for (const d of object.spec.containers) { const key = d.restartPolicy ?? "x"; const group = groups.get(key) ?? new Set(); group.add(["a", d.name].filter(() => c.securityContext).join()); groups.set(key, group); } for (const [key, group] of groups) if (group.size > 1) yield violation(`${c.name} ${key}`); }',
  },
  {
    says: "a map keeps the first text that is not empty, by `if (other) … else owners.set(key, text)`",
    minKubernetes: "1.35",
    body: `const owners = new Map<string, string>(); for (const c of object.spec.containers) { const pull = c.imagePullPolicy ?? ""; const other = owners.get(pull); if (other) yield violation(\`\${c.name} and \${other}\`); else owners.set(pull, c.image ?? ""); } const ports: Record<number, string> = {}; for (const c of object.spec.containers) for (const p of c.ports ?? []) { const other = ports[p.containerPort]; if (!other) { ports[p.containerPort] = p.name ?? ""; continue; } yield violation(\`\${p.containerPort} is \${other}\`); } const first = new Map<string, Container>(); for (const c of object.spec.containers) { const other = first.get(c.imagePullPolicy ?? ""); if (other) yield violation(\`\${c.name} is like \${other.name}\`); else first.set(c.imagePullPolicy ?? "", c); } const asked = new Map<string, string>(); for (const c of object.spec.containers) { const key = c.imagePullPolicy ?? ""; if (asked.has(key)) yield violation(\`\${c.name} <\${asked.get(key) ?? "nothing"}>\`); else asked.set(key, c.image ?? ""); }`,
  },
];
