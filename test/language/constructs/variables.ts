import type { Construct } from "./construct.js";

/** `let`, where it only accumulates. */
export const variables: readonly Construct[] = [
  {
    says: "a loop adds several numbers, or several parts of a text, one after the other",
    body: `let n = 0; let s = "x"; for (const c of object.spec.containers) { if (c.tty) continue; n = n + (c.ports ?? []).length + c.name.length; s = s + c.name + (c.stdin ?? "-") + (c.args ?? []).length; } yield violation(\`\${n} \${s}\`); let m = 1; for (const c of object.spec.containers) { if (m > 2) yield violation(\`\${c.name} \${m}\`); m = m + (c.ports?.length ?? 0) + 1; } const counts: Record<string, number> = {}; for (const c of object.spec.containers) { const key = c.image ?? "none"; counts[key] = (counts[key] ?? 0) + (c.ports?.length ?? 0) + 1; } for (const [key, count] of Object.entries(counts)) yield violation(\`\${key}: \${count}\`);`,
    minKubernetes: "1.35",
  },
  {
    says: "turns read what those before them have counted, asked and set",
    minKubernetes: "1.33",
    module: `function* numbered(containers: readonly Container[], from: number): Generator<Violation> { let n = from; for (const c of containers) { n++; const isLate = n > from + 1; if (isLate) yield violation(\`\${n}. \${c.name}\`); else if (c.image === undefined) yield violation(\`early \${c.name}\`); } yield violation(\`\${n}\`); }`,
    body: `let previous = ""; let image: string | undefined; let isRoot = false; let left = 10; for (const c of object.spec.containers) { if (previous !== "" && previous >= c.name) yield violation(\`\${c.name} after \${previous}\`); if (image !== undefined && c.image === image) yield violation(\`\${c.name} is like the one before\`); if (isRoot && c.image !== undefined) yield violation(\`\${c.name} after root\`); if (c.securityContext?.runAsUser === 0 || c.name === "a") isRoot = true; left -= (c.ports ?? []).length; if (left < 10) yield violation(\`\${c.name}: \${left} left\`); previous = c.name; image = c.image; } yield violation(\`\${previous} \${isRoot} \${left}\`); yield* numbered(object.spec.containers, 3); yield* numbered(object.spec.initContainers ?? [], object.spec.containers.length);`,
  },
  {
    says: "turns of loops in loops read what all before them have counted, in parts and where one ends early",
    minKubernetes: "1.33",
    body: `let n = 0; let said = ""; const totals = { all: 0 }; for (const c of object.spec.containers) { let own = 0; for (const p of c.ports ?? []) { if (n > 0) yield violation(\`\${c.name} \${p.containerPort} is \${n}\`); n += 1; own++; } totals.all += 2; said += c.name; if (c.image === undefined) { yield violation(\`\${n} before \${c.name}\`); continue; } else { n += own; } yield violation(\`\${n} with \${said}, \${totals.all}\`); } const name = (c: Container) => \`\${c.name} \${n}\`; for (const c of object.spec.initContainers ?? []) { yield violation(name(c)); n++; if (n > 1) yield violation(\`again \${name(c)}\`); }`,
  },
  {
    says: "what is absent is neither null nor undefined more than the other",
    body: `const { hostname, nodeSelector } = object.spec; if (hostname === null || hostname === undefined) yield violation("no host name"); if (nodeSelector !== undefined && nodeSelector !== null) yield violation("a selector"); if (undefined == hostname) yield violation("again"); let last: string | null = null; for (const c of object.spec.containers) if (c.image === undefined) last = c.name; if (last === null) yield violation("all have one"); else yield violation(last); const tag = object.spec.containers[0]?.image ?? null; yield violation(tag === null ? "none" : tag); const found = object.spec.containers.find((c) => c.name === "b"); if (found !== undefined) { if (found !== null) yield violation("b"); }`,
  },
  {
    says: "push gathers, in loops, choices and functions",
    module:
      'function problems(c: Container): string[] { const found: string[] = []; if (!c.image) found.push("no image"); else if (c.image.endsWith(":latest")) found.push("latest"); for (const port of c.ports ?? []) if (port.hostPort) found.push(`host port ${port.hostPort}`); return found; }',
    body: `const all: string[] = []; const counts: number[] = []; for (const c of object.spec.containers) { if (c.image === undefined) all.push(c.name); else counts.push((c.ports ?? []).length); } yield violation(\`\${all.join()} \${counts.length}\`); for (const c of object.spec.containers) { const found = problems(c); if (found.length > 0) yield violation(\`\${c.name}: \${found.join("; ")}\`); } const said = ["first"]; said.push(object.metadata.name); if (object.metadata.labels) { said.push("labelled"); if (object.metadata.labels["app"]) said.push("app"); } yield violation(said.join("-"));`,
  },
  {
    says: "loops count, sum and find",
    body: `let count = 0;
for (const c of object.spec.containers) { if (c.securityContext?.privileged) count += 1; }
let ports = 0;
for (const c of object.spec.containers) for (const p of c.ports ?? []) ports += p.containerPort;
let found = false;
for (const v of object.spec.volumes ?? []) if (v.hostPath) found = true;
if (count > 0) yield violation(\`\${count} privileged\`);
if (found) yield violation(\`hostPath \${ports}\`);`,
  },
  {
    says: "loops in functions join, collect and take the extreme",
    module: `function countPorts(pod: Pod): number { let n = 0; for (const c of pod.spec.containers) { if (c.ports === undefined) continue; n += c.ports.length; } return n; }
function describe(pod: Pod): string { let text = "names:"; for (const c of pod.spec.containers) text += \` \${c.name}\`; if (pod.spec.hostNetwork) text += " (host)"; return text; }
function worst(pod: Pod): string { let level = "low"; if (pod.spec.hostNetwork) level = "high"; else if (pod.spec.containers.length > 1) level = "mid"; return level; }
function hasPrivileged(pod: Pod): boolean { let found = false; for (const c of pod.spec.containers) { if (c.securityContext?.privileged) { found = true; break; } } return found; }
function allTagged(cs: readonly Container[]): boolean { let fine = true; for (const c of cs) { const image = c.image ?? ""; if (!image.includes(":")) { fine = false; } } return fine; }`,
    body: `let bad: string[] = [];
for (const c of object.spec.containers) { const image = c.image; if (image === undefined) bad = [...bad, c.name]; }
if (bad.length > 0) yield violation(\`bad: \${bad.join(", ")}\`);
let biggest = 0;
for (const c of object.spec.containers) biggest = Math.max(biggest, c.name.length);
let owner: string | undefined;
if (object.metadata.labels?.["app"]) owner = object.metadata.labels["app"];
let i = 1; i++; i += 2;
yield violation(\`\${countPorts(object)} \${describe(object)} \${worst(object)} \${hasPrivileged(object)} \${allTagged(object.spec.containers)} \${owner ?? "-"} \${i}\`);`,
  },
  {
    says: "numbers and truths that a loop adds to a text are added as text",
    body: `let counts = ""; for (const c of object.spec.containers) counts += (c.ports ?? []).length;
let flags = "f"; for (const c of object.spec.containers) { flags += c.stdin ?? false; flags += 1; if (c.image === undefined) flags += c.name; }
yield violation(\`\${counts} \${flags}\`);`,
  },
  {
    says: "a variable that begins with what is computed is computed once",
    body: `yield violation(object.metadata.name); let xs = object.spec.containers.filter((c) => c.ports !== undefined); if (xs.some((x) => x.image) && xs.some((x) => !x.image)) yield violation("both"); xs = [...xs, ...object.spec.containers.filter((c) => c.image)]; if (xs.length > 1 && xs.some((x) => x.name === "web")) yield violation(xs.map((x) => x.name).join());`,
  },
  {
    says: "??= fills what is absent",
    body: `let team = object.metadata.labels?.["team"]; team ??= object.metadata.annotations?.["team"]; team ??= "none"; yield violation(team);  let n = object.spec.priority; if (n === undefined) n = 5; if (n > 3) yield violation("n");`,
  },
  {
    says: "choices and loops count beside what they yield",
    body: `let n = 0; if (object.spec.hostNetwork) { n++; yield violation("network"); } if (object.spec.hostPID) { n += 2; yield violation("pid"); } else if (object.metadata.labels) n += 1; if (n > 1) yield violation(\`\${n} of it\`);
let bad = 0; const names: string[] = [];
for (const c of object.spec.containers) { if (c.name === "sidecar") { bad += 5; continue; } if (!c.image) { bad++; yield violation(\`\${c.name} has no image\`); continue; } for (const p of c.ports ?? []) if (p.hostPort) { const by = p.hostPort, name = c.name; bad += by; names.push(name); yield violation(\`\${c.name} \${p.hostPort}\`); } }
if (bad > 0) yield violation(\`\${bad}: \${names.join()}\`);`,
  },
  {
    says: "what a way changes is seen by what follows, whether ways leave or not",
    body: `let level = "low"; if (object.spec.hostNetwork) { level = "high"; yield violation("network"); if (!object.metadata.labels) return; } switch (object.spec.restartPolicy) { case "Never": level += "!"; yield violation("never"); break; case "OnFailure": yield violation("sometimes"); break; default: level = \`\${level}?\`; } yield violation(level);
let first = true; if (object.spec.hostPID) { if (first) yield violation("first"); first = false; yield violation(\`\${first}\`); } if (first) yield violation("still first");`,
  },
  {
    says: "the greatest and the least by comparison",
    body: `let most = 0; let least = 10; let waits = 0; for (const c of object.spec.containers) { if (c.tty) waits++; for (const p of c.ports ?? []) { if (p.containerPort > most) { most = p.containerPort; } if (least >= p.containerPort) least = p.containerPort; } } yield violation(\`\${most} \${least} \${waits}\`);`,
  },
  {
    says: "a list that is pushed to may be returned early",
    module: `function problems(c: Container): string[] { const found: string[] = []; if (!c.image) { found.push("no image"); return found; } if (c.image.endsWith(":latest")) found.push("latest"); if (!c.resources?.limits) { const what = "limits", text = \`no \${what}\`; found.push(text); } if (found.length > 1) return found; for (const port of c.ports ?? []) { if (port.hostPort) found.push(\`host port \${port.hostPort}\`); if (port.name) found.push(port.name); } return found; }`,
    body: `for (const c of object.spec.containers) for (const problem of problems(c)) yield violation(\`\${c.name}: \${problem}\`); const said: string[] = []; if (object.spec.hostNetwork) said.push("network"); if (object.spec.hostPID) said.push("pid"); else said.push("no pid", ); if (!said.includes("network")) said.push("none"); yield violation(said.join());`,
  },
  {
    says: "points are added up, whole and in parts, test by test",
    module: `const level = (points: number): "low" | "medium" | "high" => (points >= 10 ? "high" : points >= 4 ? "medium" : "low");
function score(c: Container, most: number): number {
  let points = 0;
  if (c.securityContext?.privileged) points += 10;
  if (c.image === undefined) points += 2.5;
  else if (c.image.includes(":")) points += (c.ports ?? []).length;
  else points -= 1;
  points += c.stdin ? most / 2 : 0;
  if ((c.args ?? []).length > 1) points = points + 4;
  return points;
}`,
    body: `for (const c of object.spec.containers) { const points = score(c, object.spec.containers.length); const found = level(points); if (found !== "low") yield violation(\`\${c.name}: \${found}, \${Math.floor(points)}\`); if (level(points) === "low" || found === "high") yield violation(\`\${c.name} is not in between\`); }`,
  },
  {
    says: "what is taken away and multiplied, also turn by turn",
    module: `const left = (pod: Pod): number => { let n = 100; for (const c of pod.spec.containers) { n -= (c.ports ?? []).length; if (c.stdin) n--; else n += 2; } n *= 2; n %= 150; return n; };`,
    body: `let open = object.spec.containers.length; for (const c of object.spec.containers) if (c.image) open = open - 1; open--; open *= 3; let half = left(object); half /= 4; if (half < 200) yield violation(\`\${open} \${left(object)}\`); if (open > 0) yield violation("open");`,
  },
  {
    says: "one loop that counts, collects each once, and finds the last text",
    minKubernetes: "1.35",
    body: `let total = 0; let last = ""; let least = "zz"; let most = 0; let latest = false; const images: string[] = []; for (const c of object.spec.containers) { total++; if (c.name > last) last = c.name; if (c.name < least) least = c.name; most = Math.max(most, c.ports?.length ?? 0); latest ||= c.image?.includes(":") ?? false; if (c.image && !images.includes(c.image)) images.push(c.image); } yield violation(\`\${total} \${last} \${least} \${most} \${latest} \${images.join("|")}\`);`,
  },
  {
    says: "a variable that a loop sets where it is not set yet",
    module: `const rows = [{ says: "no image", bad: (c: Container) => c.image === undefined }, { says: "ports", bad: (c: Container) => c.ports !== undefined }];
function root(cs: readonly Container[]): string { let found: Container | undefined; for (const c of cs) { if (!found && c.securityContext?.runAsUser === 0) found = c; } return found?.name ?? "none"; }`,
    body: `let first: string | undefined; let image: string | undefined; let label = ""; let port = 0; let found = false; let volume: string | null = null; for (const c of object.spec.containers) { if (c.image === undefined) yield violation(\`\${c.name} has no image\`); if (first === undefined && c.image?.includes(":")) { first = c.name; } image ??= c.image; if (label === "") { if (c.name !== "a") label = c.image ?? ""; } for (const p of c.ports ?? []) { if (!port && p.containerPort > 80) port = p.hostPort ?? 0; } if (!found && c.ports) found = true; } for (const v of object.spec.volumes ?? []) if (v.hostPath && volume === null) { volume = v.name; break; } yield violation(\`\${first ?? "-"} \${image ?? "-"} \${label} \${port} \${found} \${volume ?? "-"} \${root(object.spec.containers)}\`); for (const c of object.spec.containers) { let why: string | undefined; for (const row of rows) if (row.bad(c)) why = why ?? row.says; if (why !== undefined) yield violation(\`\${c.name}: \${why}\`); }`,
  },
  {
    says: "the best so far, and how good it is",
    minKubernetes: "1.35",
    module: `function busiest(cs: readonly Container[]): string { let most = 0; let best: Container | undefined; for (const c of cs) { const ports = (c.ports ?? []).length; if (ports > most) { most = ports; best = c; } } return best === undefined ? "none" : \`\${best.name} \${most}\`; }`,
    body: `let most = -1; let first = ""; for (const c of object.spec.containers) { const n = (c.ports ?? []).length; if (n === 0) yield violation(\`\${c.name} is closed\`); if (n > most) { most = n; first = c.name; } } let same = 0; let last = "none"; for (const c of object.spec.containers) { const n = (c.volumeMounts ?? []).length; if (same <= n) { last = c.name; same = n; } } let least = 500; let who = ""; let image = ""; for (const c of object.spec.containers) for (const p of c.ports ?? []) { if (p.hostPort) continue; if (p.containerPort < least) { least = p.containerPort; who = c.name; image = c.image ?? "?"; } } yield violation(\`\${first} \${most}, \${last} \${same}, \${who} \${image} \${least}, \${busiest(object.spec.containers)}\`);`,
  },
  {
    says: "the best of all, from none on",
    module: `function biggest(cs: readonly Container[]): Container | undefined { let best: Container | undefined; for (const c of cs) { if (c.image === undefined) continue; if (c.name === "c") { continue; } if (!best || (c.volumeMounts ?? []).length >= (best.volumeMounts ?? []).length) best = c; } return best; }`,
    body: `let most: Container | undefined; for (const c of object.spec.containers) if (most === undefined || (c.ports ?? []).length > (most.ports ?? []).length) most = c; let least: string | undefined; for (const { name } of object.spec.volumes ?? []) yield violation(name); for (const name of (object.spec.volumes ?? []).map((v) => v.name)) { if (least === undefined || name < least) { least = name; } } yield violation(\`\${most?.name ?? "none"} \${least ?? "none"} \${biggest(object.spec.containers)?.name ?? "none"} \${biggest(object.spec.initContainers ?? [])?.name ?? "none"}\`); for (const v of object.spec.volumes ?? []) { let last: Container | undefined; for (const c of object.spec.containers) if (last == null || compareQuantities(c.resources?.limits?.["cpu"] ?? "0", last.resources?.limits?.["cpu"] ?? "0") >= 0) last = c; if (last !== undefined) yield violation(\`\${v.name} \${last.name}\`); }`,
  },
  {
    says: "the best of all is kept beside what the turns say and count",
    minKubernetes: "1.33",
    module: `const longest = (cs: readonly Container[]): string => { let best: Container | undefined; let n = 0; for (const c of cs) { n++; if (best === undefined || (c.args ?? []).length > (best.args ?? []).length) best = c; } return \`\${best?.name ?? "-"} of \${n}\`; };`,
    body: `let most: Container | undefined; let last: Container | undefined;
for (const c of object.spec.containers) { if (c.tty) yield violation(\`\${c.name} has a terminal\`); if (most === undefined || (c.args ?? []).length > (most.args ?? []).length) most = c; }
for (const c of object.spec.containers) { const image = c.image ?? "none"; if (c.stdin) continue; if (last === undefined || c.name >= last.name) last = c; yield violation(\`\${c.name} runs \${image}\`); }
yield violation(\`\${most?.name ?? "none"} \${last?.name ?? "none"} \${longest(object.spec.containers)}\`);`,
  },
  {
    says: "the fields of an object are variables of their own",
    module: `interface Totals { ports: number; tty: number; first: string } function totals(list: readonly Container[]): Totals { const t: Totals = { ports: 0, tty: 0, first: "" }; for (const c of list) { t.ports += (c.ports ?? []).length; if (c.image === undefined) continue; if (c.imagePullPolicy === "Always") t.tty++; if (t.first === "" && c.name !== "a") t.first = c.name; } return t; }`,
    body: `const found = { ports: 0, most: 0, limit: 1, any: false, says: "none" }; for (const c of object.spec.containers) { for (const p of c.ports ?? []) { found.ports += 1; if (p.containerPort > found.most) found.most = p.containerPort; } if (c.image === undefined) found.any = true; } if (object.spec.hostNetwork) found.says = "host"; else found.says += "!"; if (found.ports > found.limit) yield violation(\`\${found.ports} \${found.most}\`); yield violation(\`\${found.any} \${found.says}\`); const { ports, tty } = totals(object.spec.containers); yield violation(\`\${ports} \${tty} \${totals(object.spec.initContainers ?? []).first}.\`);`,
  },
  {
    says: "an object of which fields are changed is read as a whole after that",
    body: `const a = { n: 0, m: 0 }; const b: { n: number } = { n: 10 }; for (const c of object.spec.containers) { a.n += 1; if (c.image !== undefined) a.m++; switch (c.imagePullPolicy) { case "Always": b.n += 2; break; default: b.n--; } } for (const [key, value] of Object.entries(a)) yield violation(\`\${key} \${value}\`); const both = { ...a, z: 1 }; const { n } = b; yield violation(\`\${both.n} \${both.z} \${n}\`);`,
  },
  {
    says: "a list in an object that is written out is pushed to",
    minKubernetes: "1.35",
    module: `interface Report { names: string[]; total: number; any: boolean } function report(cs: readonly Container[]): Report { const r: Report = { names: [], total: 0, any: false }; for (const c of cs) { for (const p of c.ports ?? []) { r.total += p.containerPort; r.any = true; } if (!c.image?.includes(":")) r.names.push(c.name, "or"); } r.names.push("end"); return r; }`,
    body: `const { names, total, any } = report(object.spec.containers); if (any) yield violation(\`\${total}\`); for (const name of names) yield violation(name); const out = { found: [] as string[], missing: ["x"], n: 0 }; for (const c of object.spec.containers) { if (!c.image) { out.missing.push(c.name); yield violation(\`\${c.name} has none\`); continue; } if (!out.found.includes(c.image)) out.found.push(c.image); out.n += 1; } if (object.spec.hostNetwork) out.found.push("host"); if (out.missing.length > 1) yield violation(\`\${out.found.join()} \${out.missing.join()}\`); const { found, n } = out; yield violation(\`\${found.length} of \${n}\`);`,
  },
  {
    says: "what is added first to a number from 0 on",
    minKubernetes: "1.33",
    module: `const weights = new Map<string, number>([["net", 7], ["pid", 3]]);
const weight = (name: string): number => weights.get(name) ?? 0;`,
    body: `let score = 0; if (object.spec.hostNetwork) score += weight("net"); if (object.spec.hostPID) score += weight("pid"); for (const c of object.spec.containers) if (c.securityContext?.privileged) score += 10; let seconds = 0; seconds += object.spec.terminationGracePeriodSeconds ?? 30; yield violation(\`\${score} \${seconds}\`);`,
  },
  {
    says: "what is set beside the greatest number, where no number is greater",
    minKubernetes: "1.33",
    body: `let most = 0; let name: string | undefined; for (const c of object.spec.containers) { const n = 0; if (n > most) { most = n; name = c.image; } } yield violation(\`\${name ?? "none"}\`);`,
  },
  {
    says: "the greatest, the least and the best of those of which something else is asked as well",
    minKubernetes: "1.35",
    body: `let most = 0; let least: number | undefined; let first: string | undefined; for (const c of object.spec.containers) { if (c.image && (first === undefined || c.name < first)) first = c.name; for (const p of c.ports ?? []) { if (p.protocol !== "UDP" && p.containerPort > most) most = p.containerPort; const host = p.hostPort; if (host !== undefined && (least === undefined || host < least)) least = host; } } yield violation(\`\${most} \${least ?? "none"} \${first ?? "none"}\`); const none = object.metadata.labels?.["none"] === undefined ? 0 : 1; let n = 0; let best = ""; let worst = 9; let last = ""; for (const [name, own, isAsked] of [["a", 1, true], ["b", 3, false], ["c", 2, true], ["d", 2, true], ["e", 1, true]] as const) { const size = own + none; if (isAsked && size > n) { n = size; best = name; } if (isAsked && size <= worst) { worst = size; last = name; } } yield violation(\`\${best} with \${n}, \${last} with \${worst}\`);`,
  },
  {
    says: "the least or the greatest so far, of what begins with nothing",
    minKubernetes: "1.35",
    body: `let least: number | undefined; let greatest: number | undefined; let first: string | undefined; for (const c of object.spec.containers) { if (!c.image) continue; const n = (c.ports ?? []).length; if (least === undefined || n < least) least = n; if (greatest == null || greatest <= n) { greatest = n; } if (first === undefined || c.name < first) first = c.name; } if (least !== undefined && greatest !== undefined && greatest > least) yield violation(\`\${least} to \${greatest}\`); yield violation(\`first \${first ?? "none"}\`); let port: number | undefined; for (const c of object.spec.containers) for (const p of c.ports ?? []) if (port === undefined || p.containerPort < port) port = p.containerPort; yield violation(\`\${port ?? "no port"}\`); let known: number | undefined = 2; for (const c of object.spec.containers) { const n = (c.env ?? []).length; if (known === undefined || n < known) known = n; } yield violation(\`\${known}\`);`,
  },
];
