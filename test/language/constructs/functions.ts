import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

/** Helpers, in the styles that people write them. */
export const functions: readonly Construct[] = [
  {
    says: "a parameter that is taken apart, and one of another function that is called as its type is",
    module: `interface PodRule { rule?: string; most?: number }
function told(rule: string | undefined, most: number): string { return \`\${rule ?? "none"} \${most}\`; }
function* said(c: Container, { rule, most = 1 }: PodRule): Iterable<Violation> { yield violation(\`\${c.name} \${told(rule, most)}\`); if (rule !== undefined) yield violation(\`\${told("x", most)} \${told(rule, 2)}\`); }`,
    body: `for (const c of object.spec.containers) { yield* said(c, { rule: c.image, most: c.name.length }); yield* said(c, { most: (c.ports ?? []).length }); } yield* said({ name: "n" }, object.spec.hostNetwork ? { rule: "host" } : {});`,
  },
  {
    says: "predicates that ask for a text, a number, a truth or nothing, and a default that is a list",
    module: `function isAny(name: string): boolean { return name === "*" || name === "a" || name.endsWith("-x"); }
function isRoot(user: number | undefined, name: string): boolean { return user === 0 || user === undefined && name === "a" || name === "b"; }
function isOff(on: boolean | undefined): boolean { return on === false || on === undefined; }`,
    paramsType: "interface Params { names?: string[] }",
    params: { names: ["a", "c"] },
    body: `const wanted = object.spec.hostNetwork ? params.names ?? [] : [];
for (const c of object.spec.containers) { if (isAny(c.name)) yield violation(\`any \${c.name}\`); if (!isRoot(c.securityContext?.runAsUser, c.name)) yield violation(\`user \${c.name}\`); if (isOff(c.securityContext?.privileged)) yield violation(\`off \${c.name}\`); if (wanted.includes(c.name)) yield violation(\`wanted \${c.name}\`); }
if (wanted.length === 0) yield violation("none");`,
  },
  {
    says: "a function joins constants to a key, and what is not known to another",
    module:
      "function label(name: string, version = 1): string { return version === 1 ? `app-${name}` : name; } function key(name: string): string { return `a${name}`; } function told(text: string, on: boolean): string { return `${text}-${on}`; }",
    body: `const labels = object.metadata.labels ?? {}; yield violation(\`\${labels[key("pp")] ?? "none"} \${key("pp") in labels} \${told("a%v", true)} \${told("", false)} \${label("x")} \${label("x", 2)}\`); for (const c of object.spec.containers) { if (object.metadata.labels?.[key(c.name)] === undefined) yield violation(key(c.name)); if (object.metadata.annotations?.[key("ppp")] !== labels[key("pp")]) yield violation(\`\${key("")} \${c.name}\`); }`,
  },
  {
    says: "a loop in a function returns its first hit",
    module:
      "function firstPrivileged(pod: Pod): string | undefined { for (const c of pod.spec.containers) { if (c.securityContext?.privileged) return c.name; } return undefined; }",
    body: "const name = firstPrivileged(object); if (name !== undefined) yield violation(name); else yield violation('none');",
  },
  {
    says: "helpers are named like built-in functions of Rego",
    module:
      "function isNumber(x: number | undefined): boolean { return x !== undefined && x > 0; } function trimPrefix(x: string): string { return x.startsWith('a') ? x.slice(1) : x; }",
    body: "for (const c of object.spec.containers) { if (isNumber(c.ports?.[0]?.hostPort)) yield violation('number'); if (c.image !== undefined && trimPrefix(c.image) !== 'x') yield violation(trimPrefix(c.name)); }",
  },
  {
    says: "a loop in a function answers yes or no",
    module:
      "function exposes(pod: Pod, port: number): boolean { for (const c of pod.spec.containers) { for (const p of c.ports ?? []) { if (p.containerPort === port) return true; } } return false; }",
    body: "if (exposes(object, 443)) yield violation('443'); if (!exposes(object, 80)) yield violation('not 80');",
  },
  {
    says: "a loop that returns has constants, branches and continue",
    module: `function verdict(pod: Pod): string {
  for (const c of pod.spec.containers) {
    const image = c.image ?? "";
    if (image === "") continue;
    const [name = "", tag] = image.split(":");
    if (tag === undefined) return \`\${c.name} has no tag\`;
    else if (name.includes("/")) return \`\${c.name} from \${name}\`;
  }
  return pod.spec.hostNetwork ? "host" : "fine";
}`,
    body: "yield violation(verdict(object));",
  },
  {
    says: "one loop after another, and what follows them",
    module: `const known = ["a", "b"];
function reason(pod: Pod): string | undefined {
  for (const v of pod.spec.volumes ?? []) if (v.hostPath) return v.name;
  for (const c of pod.spec.containers) { if (known.includes(c.name)) return c.name; }
  return pod.metadata.name.length > 3 ? "long" : undefined;
}`,
    body: "const why = reason(object); if (why) yield violation(why); else yield violation('nothing');",
  },
  {
    says: "named functions are callbacks",
    module: `const isPrivileged = (c: Container): boolean => c.securityContext?.privileged === true;
function nameOf(c: Container): string { return c.name; }
const numbered = (c: Container, index: number): string => \`\${index}\${c.name}\`;`,
    body: "const cs = object.spec.containers; if (cs.some(isPrivileged)) yield violation(cs.filter(isPrivileged).map(nameOf).join()); yield violation(cs.map(nameOf).join('+')); yield violation(cs.map(numbered).join('+'));",
    minKubernetes: "1.33",
  },
  {
    says: "the first value that is there, of any number of them",
    module: `function firstOf<T>(...values: readonly (T | undefined)[]): T | undefined { return values.find((value) => value !== undefined); }
const userOf = (pod: Pod, c: Container): number | undefined => firstOf(c.securityContext?.runAsUser, pod.spec.securityContext?.runAsUser);`,
    body: `${each} { const user = userOf(object, c); if (user === undefined) yield violation(\`\${c.name}: none\`); else if (user < 1000) yield violation(\`\${c.name}: \${user}\`); }`,
  },
  {
    says: "a list of what may be absent is read by position",
    body: `const images = object.spec.containers.map((c) => c.image); const [first] = images; if (first !== undefined && first.includes(":")) yield violation(first); if (images[1] !== undefined && images[1].includes(":")) yield violation(images[1]); yield violation(\`\${first ?? "none"} \${images[1] ?? "none"} \${images.at(-1) ?? "none"} \${images.find((image) => image?.includes("/")) ?? "none"}\`);`,
  },
  {
    says: "a local arrow reads the names around it",
    body: "const app = object.metadata.labels?.['app'] ?? 'none'; const tagged = (name: string): string => `${app}/${name}`; for (const c of object.spec.containers) yield violation(tagged(c.name));",
  },
  {
    says: "a callback has a block with constants and returns",
    body: "const bad = object.spec.containers.filter((c) => { const image = c.image; if (image === undefined) return true; return !image.includes('/'); }); for (const c of bad) yield violation(c.name);",
  },
  {
    says: "a table drives the checks",
    module: `const rules = [
  { field: "app", max: 3, message: "app is too long" },
  { field: "a", max: 0, message: "a must be empty" },
] as const;`,
    body: "for (const { field, max, message } of rules) { const value = object.metadata.labels?.[field]; if (value !== undefined && codePointLength(value) > max) yield violation(`${message}: ${value}`); } if ((object.metadata.labels?.['app'] ?? '') === '') yield violation('no app');",
  },
  {
    says: "a table of checks is filtered, mapped and asked",
    module:
      'const checks = [{ id: "tag", weight: 2, fails: (c: Container) => !c.image?.includes(":") }, { id: "port", weight: 1, fails: (c: Container) => (c.ports ?? []).length === 0 }, { id: "name", weight: 0, fails: ({ name }: Container) => name === "c" }];',
    body: `for (const c of object.spec.containers) { const failed = checks.filter((check) => check.fails(c)).map((check) => check.id); if (failed.length > 0) yield violation(\`\${c.name} fails \${failed.join(", ")}\`); if (checks.filter(({ weight }) => weight > 0).every(({ fails }) => fails(c))) yield violation("all that weigh"); if (checks.filter(({ weight }) => weight < 2).some(({ fails }) => fails(c))) yield violation("a light one"); const weight = checks.filter(({ fails }) => fails(c)).map((check) => check.weight).reduce((a, b) => a + b, 0); if (weight > 1) yield violation(\`\${weight}\`); for (const { id } of checks.filter(({ fails }) => !fails(c))) yield violation(\`\${c.name} passes \${id}\`); }`,
  },
  {
    says: "a table of functions' arguments is looked up by key",
    module: `const allowed: { [name: string]: readonly string[] } = { a: ["reg/a:1"], c: ["nginx:1"] };`,
    body: `${each} { const images = allowed[c.name]; if (images === undefined) yield violation(\`\${c.name} is unknown\`); else if (!images.includes(c.image ?? "")) yield violation(\`\${c.name} \${c.image ?? "-"}\`); }`,
  },
  {
    says: "generators delegate with arguments, and several levels deep",
    module: `function* ports(c: Container, where: string) { for (const p of c.ports ?? []) if (p.containerPort > 100) yield violation(\`\${where}/\${c.name}:\${p.containerPort}\`); }
function* all(pod: Pod, where = "pod") { for (const c of pod.spec.containers) yield* ports(c, where); if (pod.spec.hostNetwork) yield violation(\`\${where} host\`); }`,
    body: "yield* all(object); yield* all(object, object.metadata.name);",
  },
  {
    says: "early returns leave a generator",
    module: `function* checked(pod: Pod) { if (pod.spec.hostNetwork) { yield violation("host"); return; } if (pod.spec.containers.length > 1) return; yield violation("single"); }`,
    body: "yield* checked(object);",
  },
  {
    says: "a default stands in for what is given and absent",
    module:
      'function pulls(image = "none", pull = "Always"): string { return `${image} ${pull}`; } interface Options { strict?: boolean; extra?: string[] } function bad(c: Container, prefix = "reg", { strict = false, extra = [] }: Options = {}): boolean { return !(c.image ?? "").startsWith(prefix) && (strict || extra.includes(c.name)); }',
    body: `for (const c of object.spec.containers) { yield violation(pulls(c.image, object.metadata.labels?.["app"])); const inner = (text = "z") => text + "!"; yield violation(inner(c.image)); if (bad(c)) yield violation("plain"); if (bad(c, undefined, { strict: true })) yield violation("strict"); if (bad(c, "nginx", { extra: ["c"] })) yield violation("extra"); }`,
  },
  {
    says: "two functions that take something apart do not mean the same by it",
    module: `function isOwn(pod: Pod): boolean { const { name, labels } = pod.metadata; return labels?.["app"] === "web" || name.startsWith("p"); }
interface Asked { what: string; who: string }
const asked = { what: "pull", who: "us" };
function text(c: Container, { what, who }: Asked): string { return \`\${what} \${who} \${c.name}\`; }
const texts = (c: Container): string => { const { what, who } = c.image === undefined ? { what: "run", who: "us" } : asked; return \`\${what} \${who}\`; };`,
    body: `if (isOwn(object)) yield violation("own"); ${each} { yield violation(text(c, asked)); yield violation(texts(c)); }`,
  },
  {
    says: "a default reads a parameter before it",
    module:
      'function named(c: Container, called: string = c.name, shown = `<${called}>`): string { return `${shown} ${c.image ?? "none"}`; }',
    body: `for (const c of object.spec.containers) { yield violation(named(c)); yield violation(named(c, c.image)); yield violation(named(c, "x", "y")); }`,
  },
  {
    says: "default and optional parameters",
    module: `const label = (pod: Pod, key: string, fallback = "-"): string => pod.metadata.labels?.[key] ?? fallback;
function within(value: string, longest?: number): boolean { return longest === undefined || codePointLength(value) <= longest; }`,
    body: "yield violation(label(object, 'app')); yield violation(label(object, 'b', '?')); if (!within(object.metadata.name, 2)) yield violation('long'); if (within(object.metadata.name)) yield violation('ok');",
  },
  {
    says: "a function takes its argument apart",
    module: `const described = ({ name, image = "none", ports = [] }: Container): string => \`\${name} \${image} \${ports.length}\`;`,
    body: `${each} yield violation(described(c));`,
  },
  {
    says: "switch in a function",
    module: `function rank(policy: string | undefined): number { switch (policy) { case "Always": return 2; case "Never": case "OnFailure": return 1; default: return 0; } }`,
    body: "const r = rank(object.spec.restartPolicy); if (r < 2) yield violation(`rank ${r}`);",
  },
  {
    says: "a function returns an object that is read by field",
    module: `const parsed = (image: string) => { const [path = "", tag = "latest"] = image.split(":"); return { path, tag, isLatest: tag === "latest" }; };`,
    body: `${each} { const { path, tag, isLatest } = parsed(c.image ?? ""); if (isLatest) yield violation(\`\${path} latest\`); else yield violation(\`\${path}@\${tag}\`); }`,
  },
  {
    says: "a function and the body call different things by one name",
    module:
      "function isMarked(pod: Pod): boolean { const rights = pod.metadata; return rights.labels?.app === 'x'; }",
    body: "const rights = { verbs: ['get', 'list'] }; const verbs = rights.verbs.filter((verb) => verb !== object.metadata.name); if (isMarked(object)) yield violation(verbs.join(' '));",
  },
  {
    says: "whole numbers stay whole in functions of numbers",
    module: `const isEven = (n: number): boolean => n % 2 === 0; const digit = (n: number, at: number): number => Math.floor(n / 10 ** at);`,
    body: `const n = object.spec.priority ?? 0; if (isEven(n)) yield violation("even"); const t = (object.spec.terminationGracePeriodSeconds ?? 30) / 60; if (t > 1.5) yield violation("slow"); yield violation(\`\${Math.round(t)} \${Math.floor(t)} \${Math.abs(n)} \${Math.max(n, 3)} \${n - 1} \${-n}\`);`,
  },
  {
    says: "a break leaves a loop that searches, and the function goes on",
    module: `function isOk(c: Container): boolean {
  for (const p of c.ports ?? []) { if (p.protocol === "TCP") break; if (p.hostPort) return false; switch (p.name) { case "web": if (p.hostIP) break; return true; default: continue; } if (p.containerPort > 1000) break; }
  return c.image !== undefined;
}
function second(pod: Pod): string {
  for (const c of pod.spec.containers) { if (!c.image) break; if (c.stdin) return \`stdin \${c.name}\`; }
  for (const o of pod.metadata.ownerReferences ?? []) { if (o.controller !== true) continue; if (o.kind === "ALL") return "all"; break; }
  return pod.metadata.labels?.["app"] ?? "end";
}`,
    body: `yield violation(second(object)); for (const c of object.spec.containers) yield violation(\`\${c.name} \${isOk(c)}\`);`,
  },
  {
    says: "a function of several choices has a rule for each, by the author's names",
    module: `function isOurs(c: Container): boolean { const image = c.image ?? ""; const fromUs = image.startsWith("ghcr.io/") || image.startsWith("registry.example/"); const isPinned = image.includes("@") || image.endsWith(":1"); const isPulled = c.imagePullPolicy === "Always" || (c.env ?? []).some((e) => e.name === "PULL"); return fromUs && isPinned && isPulled; }`,
    body: `for (const c of object.spec.containers) { if (!isOurs(c)) yield violation(c.name); const isKnown = c.name === "web" && (c.image ?? "").includes("web"); if (!isKnown && object.spec.hostNetwork) yield violation(\`\${c.name} is unknown\`); }`,
  },
  {
    says: "a search that gives something else where it finds nothing",
    module: `function rooted(pod: Pod): string { for (const c of pod.spec.containers) { const user = c.securityContext?.runAsUser ?? 0; if (user === 0) return \`\${c.name} is root\`; } return "nobody"; }
function hostPort(c: Container): number { for (const p of c.ports ?? []) if (p.hostPort !== undefined) return p.hostPort; return 0; }
function tagged(pod: Pod): string | undefined { for (const c of pod.spec.containers) if (c.image?.includes(":")) return c.name; return undefined; }`,
    body: `yield violation(rooted(object)); for (const c of object.spec.containers) if (hostPort(c) >= 0) yield violation(\`\${c.name} \${hostPort(c)}\`); yield violation(tagged(object) ?? "none"); if (tagged(object) === undefined) yield violation("no tag");`,
  },
  {
    says: "a function that gives one of several, of which the first may be absent",
    module: `function tagOf(image: string): string | undefined { return image.split(":")[1]; }
function policyOf(c: Container, given: string | undefined): string { return given ?? c.imagePullPolicy ?? (tagOf(c.image ?? "") === undefined ? "Always" : "IfNotPresent"); }`,
    body: `for (const c of object.spec.containers) yield violation(\`\${policyOf(c, object.metadata.labels?.["policy"])} \${tagOf(c.image ?? "") ?? "latest"}\`);`,
  },
  {
    says: "generic functions that read a key",
    module: `const getOr = <T,>(value: T | undefined, fallback: T): T => (value === undefined ? fallback : value);
const mapMaybe = <A, B>(value: A | undefined, f: (a: A) => B): B | undefined => (value === undefined ? undefined : f(value));
function pick<T, K extends keyof T>(value: T, key: K): T[K] { return value[key]; }
const prop = <T, K extends keyof T>(key: K) => (value: T): T[K] => value[key];
const missing = <T extends object>(value: T | undefined, keys: readonly (keyof T & string)[]): string[] => (value === undefined ? [...keys] : keys.filter((key) => value[key] === undefined));
type Tagged = string & { readonly brand: "tagged" };
const isTagged = (image: string): image is Tagged => image.includes(":");
const tagOf = (image: Tagged): string => image.split(":").at(-1) ?? "";`,
    body: `for (const c of object.spec.containers) { yield violation(\`\${pick(c, "name")}: \${pick(c, "image") ?? "none"} lacks \${missing(c.securityContext, ["runAsNonRoot", "privileged"]).join()}\`); const image = pick(c, "image"); if (image && isTagged(image)) yield violation(tagOf(image)); if ((pick(c, "ports") ?? []).length > 0) yield violation("ports"); const port = mapMaybe(c.ports?.[0], (p) => p.containerPort); if (getOr(port, 8080) < 1024) yield violation(\`listens on \${getOr(port, 8080)}\`); yield violation(getOr(c.image, "none")); } yield violation(object.spec.containers.map(prop("name")).join());`,
  },
  {
    says: "generic functions of what is a text or a number, whichever",
    module: `const key = <K extends string>(name: K) => \`a-\${name}\` as const;
const label = <K extends string>(name: K) => (pod: Pod): string | undefined => pod.metadata.labels?.[name];
const app = label("app");
const oneOf = <T extends string>(allowed: readonly T[]) => (text: string | undefined): text is T => text !== undefined && (allowed as readonly string[]).includes(text);
const isPull = oneOf(["Always", "Never"]);
function atMost<N extends number>(n: N, most: number): number { return n > most ? most : n; }
const limits = { a: 1, b: 2 } as const;
const limitOf = <K extends keyof typeof limits>(name: K): number => limits[name];
const isSame = <T extends string | number>(one: T, other: T): boolean => one === other;`,
    body: `yield violation(\`\${object.metadata.labels?.[key("b")] ?? "none"} \${app(object) ?? "none"}\`); for (const c of object.spec.containers) { const pull = c.imagePullPolicy; if (isPull(pull)) yield violation(\`\${c.name} pulls \${pull}\`); yield violation(\`\${atMost((c.ports ?? []).length, 1)} \${limitOf("b")} \${isSame(c.name, "a")} \${isSame((c.args ?? []).length, 2)} \${key(c.name)}\`); }`,
  },
  {
    says: "a generic function that pairs what is there",
    minKubernetes: "1.33",
    module: `const zip = <A, B>(as: readonly A[], bs: readonly B[]): (readonly [A, B])[] => as.flatMap((a, i) => { const b = bs[i]; return b === undefined ? [] : [[a, b] as const]; });`,
    body: `for (const c of object.spec.containers) for (const [arg, name] of zip([...(c.args ?? []), "x"], [c.name, ...(c.command ?? [])])) yield violation(\`\${c.name}: \${arg} \${name}\`);`,
  },
  {
    says: "functions of JavaScript are given as they are",
    minKubernetes: "1.35",
    body: `const numbers = object.spec.containers.flatMap((c) => c.ports ?? []).map((p) => p.containerPort / 2); yield violation(numbers.map(Math.floor).join()); yield violation(numbers.map(Math.ceil).map(Math.abs).join()); if (numbers.every(Number.isInteger)) yield violation("whole"); const targets = object.spec.containers.map((c) => c.livenessProbe?.httpGet?.port); if (!targets.every(Number.isInteger)) yield violation(\`\${targets.filter(Number.isInteger).length}\`);`,
  },
  {
    says: "what reduce calls has a name",
    module: `const rank = { none: 0, some: 1, all: 2 } as const;
type Level = keyof typeof rank;
const levelOf = (c: Container): Level => (c.image === undefined ? "none" : (c.ports ?? []).length > 1 ? "all" : "some");
const higher = (a: Level, b: Level): Level => (rank[a] >= rank[b] ? a : b);
const add = (a: number, b: number) => a + b;
function count(all: Record<string, number>, c: Container): Record<string, number> { return { ...all, [c.imagePullPolicy ?? "none"]: (all[c.imagePullPolicy ?? "none"] ?? 0) + 1 }; }`,
    minKubernetes: "1.35",
    body: `const portsOf = (names: string[], c: Container) => [...names, ...(c.ports ?? []).map((p) => p.name ?? "-")]; yield violation(object.spec.containers.map(levelOf).reduce(higher, "none")); yield violation(\`\${object.spec.containers.map((c) => (c.ports ?? []).length).reduce(add, 0)}\`); for (const [pull, n] of Object.entries(object.spec.containers.reduce(count, {}))) yield violation(\`\${pull} \${n}\`); yield violation(object.spec.containers.reduce(portsOf, ["x"]).join());`,
  },
  {
    says: "what a function finds is asked, and then gathered, as it is, in a text or in an object",
    module: `interface Problem { name: string; why: string }
function whyOf(c: Container): string | undefined { if (!c.image) return "has no image"; if (c.securityContext?.privileged) return "is privileged"; return undefined; }
function problemOf(c: Container, p: number): Problem | undefined { if (p < 100) return { name: c.name, why: \`opens \${p}\` }; return whyOf(c) === undefined ? undefined : { name: c.name, why: "is bad" }; }`,
    body: `const whys: string[] = []; const named: string[] = []; const found: Problem[] = [];
for (const c of object.spec.containers) { const why = whyOf(c); if (why !== undefined) { whys.push(why); named.push(\`\${c.name} \${why}\`); } for (const p of c.ports ?? [{ containerPort: 7 }]) { const problem = problemOf(c, p.containerPort); if (problem) found.push(problem); } }
if (whys.length) yield violation(\`\${whys.join(", ")}; \${named.join(", ")}\`); for (const p of found) yield violation(\`\${p.name} \${p.why}\`);`,
  },
];
