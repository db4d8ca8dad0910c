import type { Construct } from "./construct.js";

/** Tables with functions in them: rows that are found, made, and spread. */
export const tables: readonly Construct[] = [
  {
    says: "the value of a row is a list, a text or a number",
    module: `interface Condition { readonly says: string; readonly of: (c: Container) => string | number | undefined; readonly value: string | number | string[] } const conditions: readonly Condition[] = [{ says: "named", of: (c) => c.name, value: ["a", "b"] }, { says: "root", of: (c) => c.securityContext?.runAsUser, value: 0 }, { says: "pulls", of: (c) => c.imagePullPolicy, value: "Always" }]; const holds = ({ of, value }: Condition, c: Container): boolean => Array.isArray(value) ? value.some((one) => one === of(c)) : of(c) === value;`,
    body: `for (const c of object.spec.containers) { for (const condition of conditions) if (holds(condition, c)) yield violation(\`\${c.name} \${condition.says}\`); for (const { says, value } of conditions) if (!Array.isArray(value)) yield violation(\`\${c.name}: \${says} \${value}\`); if (!conditions.every((condition) => holds(condition, c))) yield violation(c.name); }`,
  },
  {
    says: "the lists of a table hold keys of another object",
    module: `const required: Record<string, readonly string[]> = { a: ["app", "x"], b: ["a/b"] };`,
    body: `for (const c of object.spec.containers) { const missing = (required[c.name] ?? []).filter((key) => !object.metadata.labels?.[key]); if (missing.length) yield violation(\`\${c.name} lacks \${missing.join(", ")}\`); }`,
  },
  {
    says: "rows that have lists of checks, or none: a default, ??, an empty one",
    module: `
type Test = (c: Container) => boolean;
interface Rule { id: string; all?: readonly Test[]; any?: readonly Test[]; says?: readonly ((c: Container) => string)[]; patterns?: readonly RegExp[] }
const named = (...names: string[]): Test => (c) => names.includes(c.name);
const rules: readonly Rule[] = [
  { id: "A", all: [(c) => !!c.tty], says: [(c) => c.name, () => "terminal"] },
  { id: "B", patterns: [/^nginx/, /latest$/], any: [named("a", "b")] },
  { id: "C", all: [(c) => c.image === undefined, (c) => (c.args ?? []).length > 1], patterns: [] },
];
const applies = ({ all = [], any }: Rule, c: Container): boolean => all.every((test) => test(c)) && (any === undefined || any.some((test) => test(c)));
const words = ({ says = [] }: Rule, c: Container): string => says.map((say) => say(c)).join(" ") || "nothing";
const matching = (rule: Rule, text: string): number => (rule.patterns ?? []).filter((pattern) => pattern.test(text)).length;
function* each(rule: Rule, c: Container): Generator<Violation> { for (const test of rule.all ?? []) if (test(c)) yield violation(\`\${rule.id} one of \${c.name}\`); for (const say of rule.says ?? []) yield violation(say(c)); }
const steps = ({ says = [] }: Rule, c: Container): string => says.reduce((text, say) => \`\${text}/\${say(c)}\`, c.name);`,
    body: `
for (const c of object.spec.containers)
  for (const rule of rules) {
    if (applies(rule, c)) yield violation(\`\${rule.id} \${c.name}: \${words(rule, c)}\`);
    const count = matching(rule, c.image ?? "");
    if (count > 0) yield violation(\`\${rule.id} matches \${count}\`);
    yield* each(rule, c);
    if (steps(rule, c) !== c.name) yield violation(steps(rule, c));
  }`,
  },
  {
    says: "a row with functions is given to helpers that read its texts alone: called, yielded, as a callback, by the row that is found",
    module: `
interface Named { readonly id: string; readonly cure?: string; readonly level: "low" | "high" }
interface Check extends Named { readonly test: (c: Container) => boolean; readonly pattern?: RegExp }
const checks: readonly Check[] = [
  { id: "Image", test: (c) => c.image === undefined, level: "low" },
  { id: "Terminal", test: (c) => !!c.tty, cure: "no terminal", level: "high" },
  { id: "Arguments", test: (c) => (c.args ?? []).length > 1, level: "high", pattern: /^a/ },
];
const describe = ({ id, cure = "mend it", level }: Named): string => \`\${id} (\${level}): \${cure}\`;
function short(named: Named): string { return named.level === "high" ? named.id.toUpperCase() : named.id; }
const problem = (named: Named, c: Container): Violation => violation(\`\${c.name} \${describe(named)}\`, c);
function* all(named: Named, c: Container) { yield violation(\`\${short(named)} of \${c.name}\`); if (named.cure) yield violation(named.cure); }
const isHigh = (named: Named): boolean => named.level === "high";
const sayIf = (named: Named | undefined): string => (named === undefined ? "nothing" : named.id);`,
    body: `
for (const c of object.spec.containers) {
  for (const check of checks) if (check.test(c)) { yield problem(check, c); yield* all(check, c); }
  const first = checks.find((one) => one.test(c));
  if (first) yield violation(\`first \${describe(first)} \${short(first)}\`);
  yield violation(sayIf(first));
  const high = checks.filter((one) => one.test(c) && isHigh(one));
  if (high.length > 1) yield violation(\`high: \${high.map(short).join(", ")}\`);
  if (checks.filter(isHigh).every((one) => one.test(c))) yield violation("all that are high");
}`,
  },
  {
    says: "rows have fields of what is spread into them",
    module: `const common = { severity: "low", test: (c: Container) => c.stdin === true };
const rules = [{ ...common, id: "a" }, { ...common, id: "b", severity: "high" }, { id: "c", severity: "x", test: (c: Container) => !c.image }];`,
    body: `for (const c of object.spec.containers) { for (const { id, severity, test } of rules) if (test(c)) yield violation(\`\${c.name} \${id} \${severity}\`); for (const r of rules) if (r.test(c)) yield violation(\`\${r.id}/\${r.severity}\`); }`,
  },
  {
    says: "tables have rows of what is spread into them",
    module: `const base = { root: (c: Container) => c.securityContext?.runAsUser === 0 };
const all = { ...base, priv: (c: Container) => c.securityContext?.privileged === true };
const KEY = "computed";
const more = [...Object.values(base), (c: Container) => c.stdin === true];`,
    body: `for (const c of object.spec.containers) { for (const [k, t] of Object.entries(all)) if (t(c)) yield violation(\`\${c.name} \${k}\`); if (more.some((m) => m(c))) yield violation(\`\${c.name} more\`); }`,
  },
  {
    says: "a row is found by a key",
    module: `interface Rule { readonly max: number; readonly says: string; readonly test: (c: Container) => boolean }
const rules: Record<string, Rule> = {
  web: { max: 1, says: "web", test: (c) => (c.ports ?? []).length > 0 },
  app: { max: 2, says: "an app", test: (c) => !!c.image },
};`,
    body: `for (const c of object.spec.containers) { const rule = rules[c.name]; if (rule === undefined) { yield violation(\`\${c.name} has no rule\`); continue; } if (rule.test(c)) yield violation(\`\${rule.says} \${rule.max}\`); if (rule.max > 1) yield violation(\`big \${c.name}\`); } const r = rules[object.metadata.labels?.["app"] ?? "web"]; yield violation(r?.says ?? "none"); if (r?.test({ name: "x" })) yield violation("x"); if (!r) yield violation("no r");`,
  },
  {
    says: "a row is found by a test, and its position",
    module: `const checks = [
  { id: "root", test: (c: Container) => c.securityContext?.runAsUser === 0 },
  { id: "priv", test: (c: Container) => c.securityContext?.privileged === true },
  { id: "stdin", test: (c: Container) => c.stdin === true },
];`,
    body: `for (const c of object.spec.containers) {
  const first = checks.find(({ test }) => test(c));
  if (first) yield violation(\`\${c.name}: \${first.id}\`);
  const index = checks.findIndex(({ test }) => test(c));
  if (index > 0) yield violation(\`\${c.name}: not the first (\${index})\`);
}`,
  },
  {
    says: "a function is found by a key",
    module: `const handlers: Record<string, (c: Container) => string | undefined> = {
  Always: (c) => (c.image?.includes("@") ? "needless pull" : undefined),
  Never: (c) => \`\${c.name} never pulls\`,
  IfNotPresent: () => undefined,
};`,
    body: `for (const c of object.spec.containers) {
  const handler = handlers[c.imagePullPolicy ?? "Always"];
  const found = handler?.(c);
  if (found !== undefined) yield violation(found);
  if (!handler) yield violation(\`\${c.name}: unknown\`);
}`,
  },
  {
    says: "a key says which function of the SDK checks",
    minKubernetes: "1.31",
    module: `const checkers = { ip: isIp, cidr: isCidr, name: (s: string) => /^[a-z]+$/.test(s) } as const;
type Kind = keyof typeof checkers;
const kinds: Record<string, Kind> = { app: "name", a: "ip", b: "cidr" };`,
    body: `for (const [key, value] of Object.entries(object.metadata.labels ?? {})) { const kind = kinds[key]; if (kind === undefined) continue; if (!checkers[kind](value)) yield violation(\`\${key}=\${value} is no \${kind}\`); }`,
  },
  {
    says: "a Map holds functions",
    module: `const checks = new Map<string, (c: Container) => boolean>([["stdin", (c) => c.stdin === true], ["image", (c) => !c.image]]);`,
    body: `for (const c of object.spec.containers) for (const [name, check] of checks) if (check(c)) yield violation(\`\${c.name} \${name}\`); const one = checks.get(object.metadata.name); if (one?.({ name: "x" })) yield violation("one");`,
  },
  {
    says: "rows are tuples with optional parts",
    module: `const rules: [string, (c: Container) => boolean, number?][] = [["a", (c) => c.stdin === true, 3], ["b", (c) => !c.image]];`,
    body: `for (const c of object.spec.containers) for (const [id, test, weight = 1] of rules) if (test(c)) yield violation(\`\${c.name} \${id} \${weight}\`); const score = rules.map(([, test, w]) => (object.spec.containers.some(test) ? (w ?? 1) : 0)).reduce((a, b) => a + b, 0); if (score > 2) yield violation(\`score \${score}\`);`,
  },
  {
    says: "rows are made by functions",
    module: `const ruleFor = (id: string, test: (c: Container) => boolean) => ({ id, test, says: (c: Container) => \`\${id}: \${c.name}\` });
const rules = [ruleFor("a", (c) => c.stdin === true), ruleFor("b", ({ image }) => !image)];
const registry = { strict: ruleFor("strict", (c) => !!c.ports), lax: ruleFor("lax", () => false) } as const;`,
    body: `for (const c of object.spec.containers) { for (const r of rules) if (r.test(c)) yield violation(r.says(c)); for (const { id, test } of rules) if (test(c)) yield violation(\`d \${id}\`); const r = registry[object.spec.hostNetwork ? "strict" : "lax"]; if (r.test(c)) yield violation(r.says(c)); yield* rules.filter((x) => x.test(c)).map((x) => violation(x.says(c))); }`,
  },
  {
    says: "a table of transitions",
    minKubernetes: "1.33",
    module: `const order = ["Never", "OnFailure", "Always"] as const; type Policy = (typeof order)[number];
const isPolicy = (s: string): s is Policy => order.some((o) => o === s);
const rank = (s: string): number => order.findIndex((o) => o === s);
const transitions: Record<Policy, (to: Policy) => boolean> = { Never: () => false, OnFailure: (to) => to === "Always", Always: (to) => to !== "Never" };`,
    body: `const from = oldObject?.spec.restartPolicy ?? "Never"; const to = object.spec.restartPolicy ?? "Always"; if (isPolicy(from) && isPolicy(to)) { if (!transitions[from](to)) yield violation(\`\${from} -> \${to}\`); } else yield violation("unknown"); if (rank(to) > rank(from)) yield violation(\`rank \${rank(to)}\`);`,
  },
  {
    says: "the keys of a table that is written out are what its type says",
    module: `const limits = { a: 1, "b-c": 2 } as const;
type Name = keyof typeof limits;
const hints: Record<Name, string> = { a: "one", "b-c": "two" };
const names = Object.keys(limits) as Name[];`,
    body: `for (const c of object.spec.containers) { for (const name of names) if (c.name === name && (c.ports ?? []).length >= limits[name]) yield violation(\`\${name}: \${hints[name]}\`); for (const [name, hint] of Object.entries(hints) as [Name, string][]) if (c.image === name) yield violation(hint); yield violation(\`\${(Object.keys({ x: 1, y: 2 }) as ("x" | "y" | "z")[]).length}\`); }`,
  },
  {
    says: "regular expressions in a table that a key chooses",
    module: `const required: Record<string, RegExp> = { team: /^[a-z]+$/, env: /^(dev|prod)$/ };
const shapes = new Map<string, RegExp>([["Always", /:latest$/], ["IfNotPresent", /:\\d/]]);`,
    body: `for (const label of Object.keys(required)) { const value = object.metadata.labels?.[label] ?? ""; if (!required[label]?.test(value)) yield violation(\`\${label}=\${value}\`); } for (const c of object.spec.containers) { const ok = shapes.get(c.imagePullPolicy ?? "")?.test(c.image ?? ""); if (ok === undefined) yield violation(\`\${c.name}: no shape\`); else if (!ok) yield violation(\`\${c.name}: \${c.image ?? ""}\`); }`,
  },
  {
    says: "regular expressions that a test chooses, and the text of them",
    module: `const names = { short: /^[a-z]{1,4}$/, long: /^[a-z-]{5,}$/ } as const;
const bad = [{ says: "root", re: /^root$/ }, { says: "admin", re: /adm[in]+/i }];`,
    body: `for (const c of object.spec.containers) { const of = c.name.startsWith("a") ? names.short : names.long; if (!of.test(c.name)) yield violation(\`\${c.name} is not \${of.source}\`); const hit = bad.find(({ re }) => re.test(c.name)); if (hit !== undefined) yield violation(\`\${c.name} is \${hit.says}: \${hit.re.source}\`); } for (const [says, re] of Object.entries(names)) if (!re.test(object.metadata.name ?? "")) yield violation(\`not \${says}: \${re.source}\`);`,
  },
  {
    says: "rows that ask something each, in the head of a loop and by a name, with what may be absent, with a value that changes later, and left early",
    module: `function worst(c: Container): string { const rows = [{ is: c.name.startsWith("a"), says: \`\${c.name} begins with a\` }, { is: c.securityContext?.privileged, says: "privileged" }, { is: c.image === undefined, says: "no image" }]; for (const row of rows) if (row.is) return row.says; return "fine"; }`,
    body: `const { hostNetwork, hostPID } = object.spec; let least = 1; const checks = [{ bad: hostNetwork === true, says: "network" }, { bad: object.spec.containers.length > least, says: \`more than \${least}\` }]; least = 2; for (const { bad, says } of checks) if (bad) yield violation(\`\${says} \${least}\`); for (const [bad, says] of [[hostPID, "pid"], [hostNetwork === true, "net"], [undefined, "never"], [true, \`\${object.metadata.name} always\`]] as const) { if (!bad) continue; yield violation(says); } for (const c of object.spec.containers) { yield violation(\`\${c.name}: \${worst(c)}\`); const rules = [{ no: c.image?.includes("nginx"), level: 2 }, { no: c.name === "a", level: 3 }]; for (const rule of rules) { if (rule.no && rule.level > 2) yield violation(\`\${c.name} \${rule.level}\`); } }`,
  },
  {
    says: "a row that is found is taken apart, and read by position",
    module: `const bad: readonly [RegExp, string, number][] = [[/^nginx/, "a server", 1], [/^reg\\//, "ours", 2]];
const rules = [{ id: "r1", test: (c: Container) => c.name === "a", fix: { text: "rename", level: 2 } }, { id: "r2", test: (c: Container) => c.image === undefined, fix: { text: "give an image", level: 1 } }];`,
    body: `for (const c of object.spec.containers) { const hit = bad.find(([re]) => re.test(c.image ?? "")); yield violation(\`\${c.name} \${hit?.[1] ?? "none"} \${bad[1]?.[1] ?? ""}\`); if (hit !== undefined) { const [, says, weight] = hit; yield violation(\`\${c.name} is \${says} of \${weight + 1}, \${hit[1]}\`); } const rule = rules.find((one) => one.test(c)); if (!rule) continue; const { id, fix: { text, level } } = rule; if (level > 1) yield violation(\`\${id}: \${text} \${c.name}\`); else yield violation(\`\${id} is minor\`); }`,
  },
  {
    says: "a set that is written out is gone through and joined",
    module: `const allowed = new Set(["a", "b", "a", "c-d"]);`,
    body: `for (const c of object.spec.containers) if (!allowed.has(c.name)) yield violation(\`\${c.name} is none of \${[...allowed].join(", ")}\`); for (const one of allowed) if (object.spec.containers.every((c) => c.name !== one)) yield violation(\`\${one} of \${allowed.size}\`);`,
  },
  {
    says: "a function that returns by the first row of a table, and by the first element that a row fits",
    module: `const rows = [{ says: "has no image", weight: 3, bad: (c: Container) => c.image === undefined }, { says: "opens ports", weight: 2, bad: (c: Container) => (c.ports ?? []).length > 0 }, { says: "is called c", weight: 1, bad: (c: Container) => c.name === "c" }];
function problem(c: Container): string | undefined { for (const row of rows) { if (row.bad(c)) return row.says; } return undefined; }
function heaviest(c: Container): number { for (const { weight, bad } of rows.filter((one) => one.weight > 1)) { const isBad = bad(c); if (!isBad) continue; return weight * 2; } return 0; }
function anyProblem(cs: readonly Container[]): string { for (const c of cs) { for (const row of rows) { if (row.bad(c)) return \`\${c.name} \${row.says}\`; } } return "none"; }
function isFine(c: Container): boolean { for (const { bad } of rows) if (bad(c)) return false; return true; }`,
    body: `for (const c of object.spec.containers) { const found = problem(c); if (found !== undefined) yield violation(\`\${c.name} \${found} \${heaviest(c)}\`); if (isFine(c)) yield violation(\`\${c.name} is fine\`); } yield violation(anyProblem(object.spec.containers));`,
  },
  {
    says: "a loop over a table of functions that counts, collects, finds and says the greatest",
    module: `const rows = [{ says: "has no image", weight: 3, bad: (c: Container) => c.image === undefined }, { says: "opens ports", weight: 2, bad: (c: Container) => (c.ports ?? []).length > 0 }, { says: "is called c", weight: 1, bad: (c: Container) => c.name === "c" }];
function score(c: Container): number { let sum = 1; for (const row of rows) { if (row.bad(c)) sum += row.weight; else sum -= 1; } return sum; }
function problems(c: Container): string[] { const found: string[] = []; for (const { says, bad } of rows.filter((row) => row.weight !== 2)) if (bad(c)) found.push(says); return found; }
function total(cs: readonly Container[]): number { let sum = 0; for (const c of cs) for (const row of rows) if (row.bad(c)) sum++; return sum; }`,
    body: `for (const c of object.spec.containers) yield violation(\`\${c.name} \${score(c)} \${problems(c).join()}\`); let most = 0; let text = ""; let isAll = false; let last = "none"; for (const { bad, weight, says } of rows) { if (object.spec.containers.every(bad)) isAll = true; if (object.spec.containers.some(bad)) { most = Math.max(most, weight); text += says; last = says; } } yield violation(\`\${most} \${text} \${isAll} \${last} \${total(object.spec.containers)}\`);`,
  },
  {
    says: "a key of a table of functions, tested and then called",
    module: `type Kind = "a" | "b" | "c"; const checks: { readonly [K in Kind]: (c: Container) => string | null } = { a: (c) => (c.image === undefined ? "no image" : null), b: (c) => c.image ?? "none", c: ({ name }) => name }; const isKind = (key: string): key is Kind => key in checks;`,
    body: `for (const c of object.spec.containers) { if (!isKind(c.name)) continue; const said = checks[c.name](c); if (said !== null) yield violation(\`\${c.name} \${said}\`); if (Object.hasOwn(checks, c.image ?? "b")) yield violation("an image"); }`,
  },
  {
    says: "rows of different shapes: each goes the way that its kind, its fields or `typeof` choose",
    module: `type Matcher = { kind: "prefix"; prefix: string; says: string } | { kind: "regex"; pattern: RegExp; says: string } | { kind: "fn"; test: (c: Container) => boolean; says: string };
const matchers: Matcher[] = [{ kind: "prefix", prefix: "docker.io/", says: "hub" }, { kind: "regex", pattern: /:latest$/, says: "latest" }, { kind: "fn", test: (c) => (c.ports ?? []).length > 0, says: "ports" }];
function fits(m: Matcher, c: Container): boolean { switch (m.kind) { case "prefix": return c.image?.startsWith(m.prefix) ?? false; case "regex": return m.pattern.test(c.image ?? ""); case "fn": { const is = m.test(c); return is; } } }
function weightOf(m: Matcher, c: Container): number { let n = 1; if (m.kind === "fn") { if (m.test(c)) n += 2; } else if (m.kind === "regex" && m.pattern.test(c.name)) n += 4; else n -= 1; return n; }
type Name = string | RegExp | ((c: Container) => boolean); const names: Name[] = ["a", /^b/, (c) => c.image === undefined, "c-d"];
const isNamed = (name: Name, c: Container): boolean => typeof name === "string" ? c.name === name : name instanceof RegExp ? name.test(c.name) : name(c);
const table = [[(c) => c.image === undefined, "no image"], [(c) => c.securityContext?.privileged === true, (c) => \`\${c.name} is privileged\`]] satisfies [(c: Container) => boolean, string | ((c: Container) => string)][];
interface Rule { name?: string; pattern?: RegExp; unless?: (c: Container) => boolean; level?: number } const rules: Rule[] = [{ name: "a" }, { pattern: /^[bc]/, level: 2 }, { name: "b", unless: (c) => c.image !== undefined }];`,
    body: `for (const c of object.spec.containers) { for (const m of matchers) { if (fits(m, c)) yield violation(\`\${c.name} \${m.says}\`); yield violation(\`\${c.name} \${m.says} \${weightOf(m, c)}\`); }
for (const m of matchers) { if (m.kind !== "prefix") continue; yield violation(\`\${c.name} \${m.prefix}\`); }
for (const name of names) if (isNamed(name, c)) yield violation(\`\${c.name} is named\`); if (names.filter((name) => typeof name === "string").some((name) => name === c.name)) yield violation(\`\${c.name} is a text\`);
for (const [bad, says] of table) if (bad(c)) yield violation(typeof says === "string" ? says : says(c));
for (const { name, pattern, unless, level = 1 } of rules) { if (unless !== undefined && unless(c)) continue; if (pattern) { if (pattern.test(c.name)) yield violation(\`\${c.name} fits \${level}\`); } else if (name === c.name) yield violation(\`\${c.name} is \${name} \${level}\`); }
for (const rule of rules) { if ("pattern" in rule && rule.pattern?.test(c.name)) yield violation(\`\${c.name} in\`); if (!rule.unless && rule.level === 2) yield violation(\`\${c.name} of level 2\`); } }`,
  },
  {
    says: "rows made of the object that may leave a list out, asked for what is in it",
    body: `const rules: { name: string; most?: number; oneOf?: string[] }[] = [{ name: object.spec.hostname ?? "a" }, { name: "b", most: 1, oneOf: ["a", "b"] }]; for (const rule of rules) for (const c of object.spec.containers) { if (!(rule.oneOf?.includes(c.name) ?? false)) yield violation(\`\${rule.name} has no \${c.name}\`); if (rule.oneOf?.some((one) => one !== c.name)) yield violation(\`\${rule.name} has others\`); if (c.name.length > (rule.most ?? 0)) yield violation(\`\${rule.name}: \${c.name} is long\`); }`,
  },
  {
    says: "entries of an object that is written out are gone through with those that are absent",
    body: `for (const c of object.spec.containers) { const parts = { image: c.image, pull: c.imagePullPolicy }; for (const [part, value] of Object.entries(parts)) { if (!value) { yield violation(\`\${c.name} has no \${part}\`); continue; } yield violation(\`\${part} \${value}\`); } for (const [part, context] of Object.entries({ own: c.securityContext, pod: object.spec.securityContext })) { if (!context) continue; if (context.runAsUser === 0) yield violation(\`\${c.name}: root by \${part}\`); } let found = 0; for (const [part, value] of Object.entries({ limits: c.resources?.limits, requests: c.resources?.requests })) if (value !== undefined && part !== "none") found += 1; yield violation(\`\${c.name} \${found}\`); }`,
  },
  {
    says: "keys, values and entries of an object that is written out are lists in its order, with what is absent",
    body: `const { hostname, hostPID, hostNetwork } = object.spec; const flags = { pid: hostPID, network: hostNetwork }; const on = Object.entries(flags).filter(([, v]) => v).map(([k]) => k); if (on.length > 0) yield violation(on.join(", ")); const problems: Record<string, boolean> = { "no host name": !hostname, "no app": !object.metadata.labels?.app }; const found = Object.keys(problems).filter((what) => problems[what]); yield violation(found.join(" and ")); yield violation(Object.entries({ name: object.metadata.name, host: hostname }).map(([k, v]) => \`\${k}=\${v ?? "none"}\`).join("&")); const base = { z: "1", b: hostname ?? "-" }; yield violation(Object.values({ ...base, a: "2", z: "3" }).join()); for (const k of Object.keys(flags)) yield violation(k); if (Object.values({ a: hostPID === true, b: hostNetwork === true }).every(Boolean)) yield violation("both"); for (const c of object.spec.containers) { const [first] = Object.entries({ image: c.image, pull: c.imagePullPolicy }).filter(([, v]) => v === undefined); if (first) yield violation(\`\${c.name} has no \${first[0]}\`); }`,
  },
  {
    says: "keys of a table of functions are filtered by what these say, and lists of an object are put one behind the other",
    module: `const checks = { image: (c: Container) => !!c.image, pull: (c: Container) => c.imagePullPolicy === "Always" };`,
    body: `for (const c of object.spec.containers) { const failed = Object.keys(checks).filter((name) => !checks[name as keyof typeof checks](c)); if (failed.length > 0) yield violation(\`\${c.name}: \${failed.join()}\`); const again = Object.entries(checks).filter(([, holds]) => !holds(c)).map(([name]) => name); yield violation(again.join(" and ")); } const parts = { z: object.spec.containers.map((c) => c.name), b: ["x", "y"] }; yield violation(Object.values(parts).flat().join());`,
  },
  {
    says: "lists that are gathered under names of an object are gone through one by one",
    module:
      "function* twice(names: readonly string[]) { const seen = new Set<string>(); for (const name of names) { if (seen.has(name)) yield name; else seen.add(name); } }",
    minKubernetes: "1.35",
    body: `for (const c of object.spec.containers) { const things = { port: (c.ports ?? []).map((p) => \`\${p.containerPort % 3}\`), mount: (c.volumeMounts ?? []).map((m) => m.mountPath.slice(0, 1)), fixed: ["a", "b", "a"] }; for (const [what, names] of Object.entries(things)) { for (const name of new Set(twice(names))) yield violation(\`\${c.name}: \${what} \${name} is there twice\`); if (names.length > 1) yield violation(\`\${c.name} has \${names.length} \${what}s\`); } } let most = 0; for (const [key, list] of Object.entries({ containers: object.spec.containers.map((c) => c.name), volumes: (object.spec.volumes ?? []).map((v) => v.name) })) { if (list.includes("a") || key === "volumes") most = Math.max(most, list.length); } yield violation(\`\${most}\`);`,
  },
  {
    says: "a row of a table, or another one, that does not have every field",
    module: `type Limit = { most: number; except?: readonly string[] };
const limits: Record<string, Limit | undefined> = { a: { most: 0 }, b: { most: 0, except: ["Never"] } };`,
    body: `for (const c of object.spec.containers) { const limit = limits[c.name] ?? limits["a"]; if (limit && (c.ports ?? []).length >= limit.most && !limit.except?.includes(c.imagePullPolicy ?? "")) yield violation(\`\${c.name}: \${limit.most} but for \${(limit.except ?? ["none"]).join()}\`); }`,
  },
  {
    says: "the rows that a filter keeps have a name, and are counted, summed up and collected",
    minKubernetes: "1.35",
    module: `type Level = "low" | "high";
const points: Record<Level, number> = { low: 1, high: 3 };
const checks: { id: string; level: Level; test: (pod: Pod) => boolean }[] = [
  { id: "one", level: "high", test: (pod) => pod.spec.containers.some((c) => c.image === undefined) },
  { id: "two", level: "low", test: (pod) => (pod.spec.volumes ?? []).length > 0 },
  { id: "three", level: "low", test: (pod) => pod.metadata.labels?.["a"] !== undefined },
];`,
    body: `const hits = checks.filter((check) => check.test(object)); const worst = hits.reduce((most, check) => Math.max(most, points[check.level]), 0); const sum = hits.reduce((all, check) => all + points[check.level], 10); const ids = hits.reduce((all, check) => \`\${all}\${check.id};\`, ""); yield violation(\`\${hits.length} \${worst} \${sum} \${ids}\`); if (hits.some((check) => check.level === "high") && worst === 3) yield violation("high");`,
  },
  {
    says: "entries of a table that are null or absent, where a function or a row could be",
    module:
      'type Says = ((c: Container) => string | undefined) | null; const verdicts: Record<string, Says> = { a: (c) => (c.image === undefined ? "no image" : undefined), b: null, web: (c) => `${c.name} is known` }; const rows: { [kind: string]: { readonly test: (c: Container) => boolean; readonly fix?: ((c: Container) => string) | undefined } | undefined } = { plain: { test: (c) => c.stdin === true, fix: undefined }, none: undefined, image: { test: (c) => c.image !== undefined, fix: (c) => `drop ${c.image ?? ""}` } }; const kindOf = (c: Container): keyof typeof rows => (c.name === "a" ? "plain" : c.name === "b" ? "none" : "image");',
    body: 'for (const c of object.spec.containers) { const problem = verdicts[c.name]?.(c); if (problem !== undefined) yield violation(problem); const says = verdicts[c.name]; if (says) yield violation(says(c) ?? "nothing"); else yield violation(`${c.name} is left alone`); const row = rows[kindOf(c)]; if (row === undefined) { yield violation(`${c.name} has no row`); continue; } if (row.test(c)) yield violation(row.fix?.(c) ?? "no way to mend it"); }',
  },
  {
    says: "a row that is surely there is called, tested and read behind !",
    module: `const patterns: { readonly [key: string]: RegExp } = { app: /^[x-z]$/, "a/b": /^$/ };
const checks: Record<string, (c: Container) => boolean> = { a: (c) => c.image === undefined, b: (c) => c.securityContext?.privileged === true };
const rules: Record<string, { says: string; bad: (c: Container) => boolean }> = { tag: { says: "has no tag", bad: (c) => !c.image?.includes(":") }, port: { says: "opens a port", bad: ({ ports = [] }) => ports.length > 0 } };`,
    body: `const labels = object.metadata.labels ?? {};
for (const key in patterns) if (!patterns[key]!.test(labels[key] ?? "-")) yield violation(\`\${key} is wrong\`);
const wrong = Object.keys(patterns).filter((key) => !patterns[key]!.test(labels[key] ?? "-")); if (wrong.length > 1) yield violation(wrong.join());
for (const c of object.spec.containers) { if (c.name in checks && checks[c.name]!(c)) yield violation(\`\${c.name} is bad\`); for (const name of Object.keys(checks)) if (checks[name]!(c)) yield violation(\`\${c.name} is \${name}\`); for (const id in rules) { const rule = rules[id]!; if (rule.bad(c)) yield violation(\`\${c.name} \${rule.says}\`); } }`,
  },
  {
    says: "a key of a table that is written out is one of its type, in a loop too",
    module: `const weights = { hostNetwork: 3, hostPID: 2, hostIPC: 1 } as const;
type Flag = keyof typeof weights;`,
    body: `let score = 1; for (const name in weights) { const flag = name as Flag; if (!object.spec[flag]) score += weights[flag]; } yield violation(\`\${score}\`);
for (const name in weights) if (!object.spec[name as Flag]) yield violation(\`\${name} weighs \${weights[name as Flag]}\`);
if (Object.keys(weights).filter((name) => !object.spec[name as Flag]).length > 2) yield violation("all");`,
  },
  {
    says: "what a loop over a table puts one behind the other stands as it is written",
    module: `const names: Record<string, string> = { tier: "web", app: "z", b: "" }; const weights = { hostNetwork: 3, hostPID: 2, hostIPC: 1 } as const;`,
    body: `const labels = object.metadata.labels ?? {}; const missing: string[] = []; for (const key of Object.keys(names)) if (labels[key] === undefined) missing.push(key); yield violation(\`without \${missing.join(" ")}\`);
const off: string[] = []; for (const flag in weights) if (!object.spec[flag as keyof typeof weights]) off.push(flag); if (off.length > 0) yield violation(off.join());
const heavy: string[] = []; for (const [flag, weight] of Object.entries(weights)) if (weight > (labels["app"] ?? "").length) heavy.push(\`\${flag} \${weight}\`); yield violation(heavy.join("+"));
let text = ""; for (const value of Object.values(names)) if (value !== labels["app"]) text += \`\${value};\`; yield violation(text);
const flags = { network: object.spec.hostNetwork ?? false, app: labels["app"] === "x" }; const on: string[] = []; for (const flag of Object.keys(flags)) on.push(flag); yield violation(on.join(" "));`,
  },
];
