import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

/** What engines' users write in place of what an author wrote: fewer negations, plain reads after a test, loops over keys. */
export const idioms: readonly Construct[] = [
  {
    says: "what may be absent is looked for in a list, with what stands in for it in the list and not",
    body: `for (const c of object.spec.containers) { if (["a:1", "b"].includes(c.image ?? "")) yield violation(\`in \${c.name}\`); if (["", "b"].includes(c.image ?? "")) yield violation(\`or nothing \${c.name}\`); if (!["a:1", "b"].includes(c.image ?? "")) yield violation(\`not in \${c.name}\`); if (!(["a", "x"].includes(c.image ?? "") && c.name !== "z")) yield violation(\`not both \${c.name}\`); const isKnown = ["a:1", "a"].includes(c.image ?? "none"); if (!isKnown) yield violation(\`unknown \${c.name}\`); if ([0, 1].includes(c.securityContext?.runAsUser ?? 1000)) yield violation(\`user \${c.name} \${isKnown}\`); if (object.spec.containers.every((one) => ["a", "b"].includes(one.image ?? ""))) yield violation("all"); }`,
  },
  {
    says: "what a test has shown to be there is read as it is",
    body: `${each} { if ((c.image ?? "") !== "" && (c.image ?? "").includes("x")) yield violation(c.image ?? "-"); for (const p of c.ports ?? []) if ((p.hostPort ?? 0) !== 0) yield violation(\`\${c.name} \${p.hostPort ?? 0}\`); if ((c.securityContext?.runAsUser ?? 5) > 5) yield violation(\`\${c.name} \${c.securityContext?.runAsUser ?? 5} \${c.securityContext?.runAsGroup ?? "-"}\`); if (["Always", "Never"].includes(c.imagePullPolicy ?? "Default")) yield violation(\`\${c.imagePullPolicy ?? "Default"} \${c.image ?? "-"}\`); }`,
  },
  {
    says: "what a test has not shown keeps what stands in for it",
    body: `${each} { if ((c.image ?? "") !== "" || c.name === "a") yield violation(\`\${c.name} \${c.image ?? "-"}\`); if ((c.imagePullPolicy ?? "Always") === "Always") yield violation(\`\${c.name} \${c.imagePullPolicy ?? "Always"}\`); if (!((c.image ?? "") !== "" && (c.image ?? "x").startsWith("r"))) yield violation(\`not \${c.image ?? "-"}\`); yield violation((c.securityContext?.runAsUser ?? 0) > 0 ? \`\${c.securityContext?.runAsUser ?? 0}\` : \`\${c.securityContext?.runAsUser ?? "none"}\`); }`,
  },
  {
    says: "a negation of several tests is one of each, where that takes fewer",
    body: `${each} { if (!(c.name !== "a" && (c.image ?? "") !== "" && !c.stdin)) yield violation(\`one \${c.name}\`); if (!((c.name === "a" && c.image === undefined) || !(c.tty ?? false))) yield violation(\`two \${c.name}\`); if (!(c.name === "b" && (c.image ?? "").includes("x"))) yield violation(\`three \${c.name}\`); }`,
  },
  {
    says: "an ordering that does not hold is the opposite one",
    body: `${each} { if (!((c.ports ?? []).length > 0)) yield violation(\`no ports \${c.name}\`); if (!((c.ports ?? []).length < 2)) yield violation(\`ports \${c.name}\`); for (const p of c.ports ?? []) { const port = p.hostPort ?? 0; if (!(port >= 80 && port <= 9000)) yield violation(\`\${c.name} \${port}\`); } if (!(c.name < "b")) yield violation(c.name); }`,
  },
  {
    says: "one list that is asked for and said",
    body: `${each} { const mounts = (c.volumeMounts ?? []).filter((m) => m.readOnly !== true).map((m) => m.name); if (mounts.length > 0) yield violation(\`\${c.name}: \${mounts.join(", ")}\`); } ${each} { const open = (c.ports ?? []).filter((p) => (p.hostPort ?? 0) > 0); if (open.length === 0 && c.name !== "b") yield violation(\`\${c.name} has none\`); } ${each} { const image = c.image ?? ""; const parts = image.split("/"); if (parts.length > 1 && image !== "") yield violation(\`\${c.name} \${parts.length} \${parts.join("-")}\`); }`,
  },
  {
    says: "keys of an object are gone through and counted where they are",
    body: `const labels = object.metadata.labels ?? {}; if (Object.keys(labels).length === 0) yield violation("no labels"); if (Object.keys(labels).length > 1) yield violation("labels"); if (Object.keys(labels).some((key) => key.startsWith("a"))) yield violation("some"); if (Object.keys(labels).every((key) => key !== "app")) yield violation("every"); for (const key of Object.keys(labels)) if (key !== "tier") yield violation(\`\${key}: \${labels[key] ?? "-"}\`); if (Object.keys(labels).filter((key) => key.includes("/")).length > 0) yield violation("slash");`,
  },
  {
    says: "a choice that gives something gives it by each of its ways",
    body: `${each} { const image = c.image ?? ""; const found = image.includes("x") ? "an x" : image.startsWith("reg/") ? "a registry" : c.name === "a" ? "a name" : undefined; if (found !== undefined) yield violation(\`\${c.name} has \${found}\`); }`,
  },
  {
    says: "one among the entries of a list",
    body: `const names = object.spec.containers.map((c) => c.name); if (names.some((name) => name === object.metadata.name)) yield violation("named as the pod"); if (names.every((name) => "b" !== name)) yield violation("no b"); ${each} if ((c.volumeMounts ?? []).some((m) => m.readOnly !== true) && (c.ports ?? []).every((p) => p.containerPort === 80)) yield violation(c.name); if (!object.spec.containers.some((c) => !(c.image ?? "").includes("x"))) yield violation("all"); if (!object.spec.containers.every((c) => c.name !== "a")) yield violation("an a");`,
  },
  {
    says: "a list that has a name for one loop",
    body: `${each} { const mounts = c.volumeMounts ?? []; for (const m of mounts) if (m.readOnly !== true) yield violation(\`\${c.name} writes \${m.name}\`); const ports = c.ports ?? []; if (ports.every((p) => p.hostPort === undefined)) yield violation(\`\${c.name} is not on the host\`); const open = c.ports ?? []; const numbers = open.filter((p) => p.containerPort > 80).map((p) => p.containerPort); if (numbers.length > 0) yield violation(\`\${c.name}: \${numbers.join(" ")}\`); const both = c.ports ?? []; if (both.some((p) => p.hostPort !== undefined) && both.length > 1) yield violation(\`\${c.name} \${both.length}\`); }`,
  },
  {
    says: "a filtered list that has a name for one loop",
    body: `const others = object.spec.containers.filter((c) => c.name !== "a"); for (const v of object.spec.volumes ?? []) for (const o of others) if ((o.volumeMounts ?? []).every((m) => m.name !== v.name)) yield violation(\`\${o.name} without \${v.name}\`); const named = object.spec.containers.filter((c) => c.image !== undefined); for (const c of named) for (const other of named) if (c.name !== other.name) yield violation(\`\${c.name} beside \${other.name}\`);`,
  },
  {
    says: "fields of records that nobody reads",
    module:
      "function images(pod: Pod) { return [...pod.spec.containers.map((c) => ({ name: c.name, image: c.image, pulled: c.imagePullPolicy, place: c })), ...(pod.spec.initContainers ?? []).map((c) => ({ name: c.name, image: c.image, pulled: c.imagePullPolicy, place: c }))]; } function names(pod: Pod) { return images(pod).map(({ name }) => name); }",
    body: "for (const { name, image, place } of images(object)) if ((image ?? '').startsWith('reg/')) yield violation(`${name}: ${image ?? '-'}`, place); if (names(object).length > 1) yield violation(names(object).join(' '));",
  },
  {
    says: "a value that several violations read, and a list of constants in a loop",
    body: `const who = \`\${object.kind} <\${object.metadata.name}>\`; if (object.spec.hostNetwork) yield violation(\`\${who} is on the host\`); const images = object.spec.containers.map((c) => c.image ?? "none"); if (images.length > 1) yield violation(\`\${who} has \${images.join(", ")}\`); ${each} { const known = ["a", "c", "x", "y"]; if (known.includes(c.name)) yield violation(\`\${who} has \${c.name} of \${known.join(" ")}\`); if (images.includes(c.name)) yield violation(\`\${who} runs itself\`); for (const who of known) if (who === c.image) yield violation(who); }`,
  },
  {
    says: "a list is given several elements at once",
    minKubernetes: "1.33",
    module: `function problems(pod: Pod): string[] { const out: string[] = []; if (pod.spec.hostNetwork) out.push("network", pod.metadata.name); for (const c of pod.spec.containers) { if (c.image === undefined) out.push(c.name, "no image"); else out.push(c.image); } return out; }`,
    body: `const all = [object.metadata.name]; all.push("x", ...(object.spec.containers[0]?.args ?? []), "y"); for (const c of object.spec.containers) { all.push(c.name, c.image ?? "none"); if (c.imagePullPolicy) all.push("pull", c.imagePullPolicy); } yield violation(all.join(" ")); yield* problems(object).map((problem) => violation(problem)); let more: string[] = []; for (const c of object.spec.containers) more = [...more, c.name, "-"]; yield violation(more.join(""));`,
  },
  {
    says: "for…in goes through the keys of an object that may be absent, and of a table",
    minKubernetes: "1.35",
    module: `const table = { a: 1, b: 2 } as const;
const checks = { image: (c: Container) => c.image === undefined, name: (c: Container) => c.name === "a" };
function has(labels: Record<string, string>, want: string): boolean { for (const key in labels) if (labels[key] === want) return true; return false; }`,
    body: `for (const key in object.metadata.labels) yield violation(key); for (const c of object.spec.containers) for (const name in c.resources?.limits) { if (name === "cpu") continue; yield violation(\`\${c.name} \${name}\`); }
let n = 0; for (const key in object.metadata.labels) if (key.startsWith("a")) n++; yield violation(\`\${n} \${has(object.metadata.labels ?? {}, "x")}\`);
for (const key in table) if (object.spec.containers.some((c) => c.name === key)) yield violation(\`table \${key}\`); for (const key in checks) yield violation(\`check \${key}\`);
let isFound = false; for (const key in object.metadata.annotations) if (key.includes("/")) { isFound = true; break; } if (isFound) yield violation("qualified");
const counts: Record<string, number> = {}; for (const c of object.spec.containers) counts[c.image ?? "none"] = (counts[c.image ?? "none"] ?? 0) + 1; for (const image in counts) if ((counts[image] ?? 0) > 1) yield violation(image);`,
  },
  {
    says: "what a test has shown to be digits is read as a number",
    module: `const few = /^\\d{1,9}$/;
function tag(image: string): number { const [, version = ""] = image.split(":"); if (!few.test(version)) return -1; return Number(version); }`,
    body: `for (const c of object.spec.containers) { yield violation(\`\${c.name} \${tag(c.image ?? "")}\`); for (const text of [\`00\${c.name.length}\`, \`\${(c.args ?? []).length}\`, c.image?.slice(-1) ?? "", "000", "999999999999999", \`\${c.name}1\`]) { if (/^(?:0|[1-9]\\d{0,4})$/.test(text) && parseInt(text, 10) < 2) yield violation(\`plain \${text} is \${+text}\`); const isNumber = /^[0-9]{1,15}$/.test(text); if (!isNumber || Number(text) > 1) yield violation(\`not \${text}\`); if (isNumber) yield violation(\`\${text} is \${Number(text)}, twice \${Number(text) * 2}, \${Number(text) === 1}\`); } }
const labels = object.metadata.labels; if (/^\\d{1,3}$/.test(labels?.["tier"] ?? "") && Number(labels?.["tier"]) > 0) yield violation("tier"); const total = object.spec.containers.map((c) => c.image?.slice(-1) ?? "").reduce((sum, x) => sum + (few.test(x) ? Number(x) : 100), 0); yield violation(\`\${total} \${Number(object.spec.hostNetwork ?? false)}\`);`,
  },
  {
    says: "what stands in for a text that is shown to be digits is read as a number too",
    module: `function range(text: string): { from: number; to: number } | undefined { const [from = "", to = from] = text.split("-"); if (!/^\\d{1,5}$/.test(from) || !/^\\d{1,5}$/.test(to)) return undefined; return { from: Number(from), to: Number(to) }; }`,
    body: `for (const c of object.spec.containers) { const found = range(\`\${c.name.length}\${c.image === undefined ? "" : "-7"}\`); if (found) yield violation(\`\${c.name} \${found.from} \${found.to}\`); } const raw = object.metadata.annotations?.["port"] ?? "80"; if (/^\\d{1,5}$/.test(raw) && Number(raw) > 70) yield violation(\`\${Number(raw)}\`);`,
  },
  {
    says: "a function that always gives one form of a union is read as what it gives",
    module: `type Found = { kind: "found"; value: string } | { kind: "none" } | { kind: "many"; values: string[] };
function none(name: string): Found { if (true) return { kind: "none" }; return { kind: "found", value: name }; }
const failing = (name: string): { ok: true; value: number } | { ok: false; why: string } => ({ ok: false, why: name });
function some(name: string): Found { return name === "a" ? { kind: "found", value: name } : { kind: "none" }; }`,
    body: `for (const c of object.spec.containers) { const found = none(c.name); if (found.kind === "found") yield violation(found.value); else yield violation(\`\${c.name} \${found.kind}\`); const result = failing(c.name); if (result.ok) yield violation(\`\${result.value}\`); else yield violation(result.why); const maybe = some(c.name); if (maybe.kind === "many") yield violation(maybe.values.join()); else if (maybe.kind === "found") yield violation(maybe.value); }
const all = object.spec.containers.map((c) => failing(c.name)); for (const one of all) yield violation(one.ok ? \`\${one.value}\` : one.why);`,
  },
  {
    says: "records of which one has more fields than the other are not equal",
    body: `const one = object.spec.hostNetwork ? { a: "1" } : { a: "2" }; const other = { a: "1", b: "2" }; if (!deepEqual(one, other)) yield violation("other"); if (deepEqual({ a: object.metadata.name, c: 1 }, one)) yield violation("same"); const third = object.spec.hostPID ? { a: "1", b: "2" } : { a: "2" }; if (deepEqual(third, other)) yield violation("third"); if (!deepEqual(one, { a: "2" })) yield violation("not two"); if (deepEqual({ a: "2", b: object.spec.hostname }, one)) yield violation("without b");`,
  },
  {
    says: "a position that is below zero until one is found",
    minKubernetes: "1.35",
    body: `let first = -1; for (const [i, c] of object.spec.containers.entries()) if (first < 0 && c.image === undefined) first = i; yield violation(\`first \${first}\`); const cs = object.spec.containers; let second = -1; for (let i = 0; i < cs.length; i++) { const c = cs[i]; if (second < 0) { if (c !== undefined && c.name === "b") second = i; } } if (second >= 0) yield violation(\`b at \${second}\`); let third = -1; cs.forEach((c, i) => { if (third < 0 && (c.args ?? []).length > 0) third = i; }); yield violation(\`args at \${third}\`);`,
  },
  {
    says: "the pairs of positions and elements as a list",
    minKubernetes: "1.35",
    body: `const without = [...object.spec.containers.entries()].filter(([, c]) => c.image === undefined).map(([i, c]) => \`\${i}: \${c.name}\`); yield violation(without.join()); const later = Array.from(object.spec.containers.entries()).some(([i, c]) => i > 0 && c.name === "b"); if (later) yield violation("b is not the first"); for (const [i, c] of [...object.spec.containers.entries()].filter(([at]) => at > 0)) yield violation(\`\${i} \${c.name}\`); for (const [i, group] of [...(request.userInfo?.groups ?? []).entries()].filter(([at]) => at >= 0)) yield violation(\`\${i} \${group}\`);`,
  },
  {
    says: "the ends of a list that a test has shown to be there are printed as they are",
    minKubernetes: "1.35",
    module: `const listed = (items: readonly string[], last: string): string => items.length <= 1 ? (items[0] ?? "nothing") : \`\${items.slice(0, -1).join(", ")} \${last} \${items.at(-1)}\`;`,
    body: `yield violation(listed(object.spec.containers.map((c) => c.name), "or")); const ports = object.spec.containers.flatMap((c) => (c.ports ?? []).map((p) => p.containerPort)); if (ports.length) yield violation(\`the first is \${ports[0]}\` + " of " + ports[ports.length - 1]); for (const c of object.spec.containers) { const set = (c.env ?? []).filter((e) => e.value); if (set.length === 0) continue; yield violation(\`\${c.name} sets \${set[0]?.name} to \${set.at(-1)?.valueFrom?.fieldRef?.fieldPath ?? set[0]?.value ?? "nothing"}\`); }`,
  },
  {
    says: "an object or a list, beside texts and numbers, by typeof and Array.isArray",
    module: `type Found = string | number | { image: string } | string[]; const found = (c: Container): Found | undefined => c.image ? { image: c.image } : c.args ? c.args : c.stdin ? undefined : c.ports ? c.ports.length : c.name; const listed = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);`,
    body: `for (const c of object.spec.containers) { const f = found(c); if (typeof f === "object") yield violation(\`\${c.name}: \${Array.isArray(f) ? f.join() : f.image}\`); if (typeof f !== "object") yield violation(\`\${c.name} \${f ?? "none"}\`); const port = c.readinessProbe?.httpGet?.port; if (typeof port === "object") yield violation("never"); const words = c.image ? c.image : c.args; const list = Array.isArray(words) ? words : words === undefined ? [] : [words]; for (const word of list) yield violation(\`\${c.name} says \${word}\`); yield violation(\`\${listed(words ?? "nothing").join()} \${listed(c.command ?? []).length}\`); }`,
  },
  {
    says: "a match of which more may be there behind what ends a group",
    body: `for (const text of [...Object.values(object.metadata.labels ?? {}), "24h", "5h0m", "7h0m0s", "12h1m", "007hx"]) { const m = /^(\\d{1,5})h(?:0m)?(?:0s)?$/.exec(text); yield violation(\`\${text}: \${m ? Number(m[1]) : -1}\`); }`,
  },
  {
    says: "a list that a function has made is put in order where it is, before anything holds it",
    minKubernetes: "1.35",
    module: `function downwards(pod: Pod): string[] { const names = pod.spec.containers.map((c) => c.name); names.sort((a, b) => (a < b ? 1 : -1)); return names; }
const turned = (words: readonly string[]): string[] => { const all = [...words]; return all.reverse(); };`,
    body: `const names = object.spec.containers.map((c) => c.name); names.sort(); yield violation(\`\${names.join()} \${names[0] ?? ""} \${downwards(object).join()}\`); const ports: number[] = []; for (const c of object.spec.containers) for (const p of c.ports ?? []) ports.push(p.containerPort); ports.sort((a, b) => b - a); if (ports.length > 1) yield violation(\`\${ports[0]} then \${ports[1] ?? 0}\`); const order = ["a", "c", "b"]; order.sort(); order.reverse(); yield violation(\`\${order[0] ?? ""} \${order.indexOf("b")} \${order.map((o) => o).join()}\`); for (const o of order) yield violation(\`\${order.indexOf(o)} \${o}\`); for (const c of object.spec.containers) { const args = (c.args ?? []).filter((arg) => arg !== ""); if (args.length > 1) yield violation(\`\${c.name}: \${args.sort().join(" ")}\`); yield violation(\`\${turned(c.command ?? []).join()}!\`); const path = (c.image ?? "").split("/"); yield violation(\`\${path.pop() ?? ""}!\`); }`,
  },
  {
    says: "a message that a function gives or not, alone and beside others",
    module: `const orNull = (c: Container): string | null => (c.image === undefined ? null : c.stdin ? "stdin" : \`\${c.name} \${c.image}\`);
const orNothing = (c: Container): string | undefined => { if (c.ports?.length) return undefined; if (c.tty) return c.name; return "no ports"; };
const orBlank = (c: Container): string | null => (c.stdin ? " " : c.image ? (c.args?.[0] ?? "") : null);`,
    body: `for (const c of object.spec.containers) { const message = orNull(c); if (message !== null) yield violation(message); } for (const c of object.spec.containers) { const blank = orBlank(c); if (blank !== null) yield violation(blank); } for (const c of object.spec.containers) { const message = orNothing(c); if (message) yield violation(message); for (const other of object.spec.initContainers ?? []) { const inner = orNull(other); if (inner !== null && c.image) yield violation(inner); } } yield violation(object.metadata.name);`,
  },
  {
    says: "an element that a filter has asked for is there, and a copy of such a list has nothing else in it",
    body: `const users = object.spec.containers.map((c) => c.securityContext?.runAsUser).filter((user) => user !== undefined && user < 2000); for (const user of users) yield violation(\`\${user}\`); const images = object.spec.containers.map((c) => c.image).filter((image) => image && image !== "nginx"); yield violation(images.map((image) => \`<\${image}>\`).join()); const first = images[0]; if (first) yield violation(first); yield violation(images.map((image) => image!.toString()).join()); const found = object.spec.containers.map((c) => c.image).find((image) => image?.includes(":")); if (found) yield violation(found);`,
  },
];
