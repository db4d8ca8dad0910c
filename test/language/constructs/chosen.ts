import type { Construct } from "./construct.js";

/** Functions that are given, made and chosen among. */
export const chosen: readonly Construct[] = [
  {
    says: "rest parameters take functions",
    module: `type Pred = (c: Container) => boolean;
const allOf = (...ps: Pred[]): Pred => (c) => ps.every((p) => p(c));
const anyOf = (...ps: readonly Pred[]): Pred => (c) => ps.some((p) => p(c));
const root: Pred = (c) => c.securityContext?.runAsUser === 0;
const priv: Pred = (c) => c.securityContext?.privileged === true;
const stdin: Pred = (c) => c.stdin === true;`,
    body: `for (const c of object.spec.containers) {
  if (allOf(root, priv)(c)) yield violation(\`\${c.name} both\`);
  if (anyOf(root, priv, stdin)(c)) yield violation(\`\${c.name} any\`);
}`,
  },
  {
    says: "lists of functions are given, and defaults are functions",
    module: `type P = (c: Container) => boolean;
const all = (ps: readonly P[]): P => (c) => ps.every((p) => p(c));
const any = (...ps: P[]): P => (c) => ps.some((p) => p(c));
const not = (p: P): P => (c) => !p(c);
const a: P = (c) => c.stdin === true; const b: P = (c) => !!c.image;
const both = all([a, b]); const rules = [{ id: "1", p: any(a, b) }, { id: "2", p: not(both) }, { id: "3", p: any(both, not(any(a, not(b)))) }];
function report(cs: readonly Container[], label: string, test: P = both): string { return \`\${label}: \${cs.filter(test).map((c) => c.name).join()}\`; }
function* run(cs: readonly Container[], ...rs: readonly { id: string; p: P }[]) { for (const c of cs) for (const r of rs) if (r.p(c)) yield violation(\`run \${c.name} \${r.id}\`); }`,
    body: `for (const c of object.spec.containers) for (const { id, p } of rules) if (p(c)) yield violation(\`\${c.name} \${id}\`); yield violation(report(object.spec.containers, "both")); yield violation(report(object.spec.containers, "any", any(a, b))); yield* run(object.spec.containers, { id: "r1", p: a }, { id: "r2", p: (c) => c.name === "web" });`,
  },
  {
    says: "a test chooses among functions",
    module: `type P = (c: Container) => boolean;
const strict: P = (c) => c.image === undefined; const lax: P = (c) => c.stdin === true; const always: P = () => true;
const pick = (mode: string): P => (mode === "strict" ? strict : mode === "lax" ? lax : always);
const modes: Record<string, P> = { strict, lax };`,
    body: `const mode = object.metadata.labels?.["app"] === "web" ? "strict" : "lax"; const test = object.spec.hostNetwork ? strict : lax; for (const c of object.spec.containers) { if (test(c)) yield violation(\`\${c.name} t\`); if (pick(mode)(c)) yield violation(\`\${c.name} p\`); if ((modes[c.name] ?? always)(c)) yield violation(\`\${c.name} m\`); const m = modes[mode] ?? always; if (m(c)) yield violation(\`\${c.name} n\`); }`,
  },
  {
    says: "generators are chosen by a key or a test",
    module: `const byPolicy: Record<string, (c: Container, where: string) => Generator<Violation>> = {
  *Always(c, where) { if (c.stdin) yield violation(\`\${where} \${c.name} stdin\`); },
  Never: function* (c, where) { yield violation(\`\${where} \${c.name} never\`); if (c.image) yield violation(\`\${c.name} has \${c.image}\`); },
};
function* none(c: Container): Generator<Violation> { yield violation(\`\${c.name} none\`); }`,
    body: `for (const c of object.spec.containers) { yield* byPolicy[c.imagePullPolicy ?? ""]?.(c, "x") ?? []; const rule = byPolicy[c.name]; if (rule) yield* rule(c, "named"); yield* (c.stdin ? byPolicy["Never"]?.(c, "y") ?? [] : none(c)); }`,
  },
  {
    says: "one of two generators goes on",
    module: `function* strict(c: Container) { if (c.image === undefined) yield violation(\`\${c.name} strict\`); }
function* lax(c: Container) { if (c.stdin) yield violation(\`\${c.name} lax\`); }`,
    body: `for (const c of object.spec.containers) yield* object.spec.hostNetwork ? strict(c) : lax(c);`,
  },
  {
    says: "rules are parameters, whole or taken apart",
    module: `interface Rule { id: string; test: (c: Container) => boolean; hint?: string }
const apply = (rule: Rule, c: Container): string | undefined => (rule.test(c) ? \`\${c.name}: \${rule.id}\${rule.hint === undefined ? "" : \` (\${rule.hint})\`}\` : undefined);
const applied = ({ id, test, hint = "no hint" }: Rule, c: Container) => test(c) ? \`\${id} \${hint}\` : "";
const stdin: Rule = { id: "stdin", test: (c) => c.stdin === true, hint: "close it" };
const rules: Rule[] = [stdin, { id: "image", test: ({ image }) => image === undefined }];`,
    body: `for (const c of object.spec.containers) { for (const rule of rules) { const text = apply(rule, c); if (text) yield violation(text); const t = applied(rule, c); if (t) yield violation(t); } const all = rules.map((r) => apply(r, c)).filter((t) => t !== undefined); if (all.length > 1) yield violation(all.join("; ")); yield violation(rules.filter((r) => r.test(c)).map((r) => r.id).join("|")); }`,
  },
  {
    says: "validators are made of validators and regular expressions",
    module: `type Validator<T> = (value: T) => string | undefined;
const optional = <T>(v: Validator<T>): Validator<T | undefined> => (value) => (value === undefined ? undefined : v(value));
const oneOf = (...allowed: string[]): Validator<string> => (value) => (allowed.includes(value) ? undefined : \`must be one of \${allowed.join(", ")}\`);
const matches = (re: RegExp, what: string): Validator<string> => (value) => (re.test(value) ? undefined : \`must be \${what}\`);
const required = <T>(v: Validator<T>): Validator<T | undefined> => (value) => (value === undefined ? "is required" : v(value));
const schema: Record<string, Validator<string | undefined>> = { app: required(matches(/^[a-z]+$/, "a word")), team: optional(oneOf("web", "team-x")), a: optional(matches(/\\d/, "with a digit")) };`,
    body: `for (const [key, validate] of Object.entries(schema)) { const problem = validate(object.metadata.labels?.[key]); if (problem !== undefined) yield violation(\`label \${key} \${problem}\`); }`,
  },
  {
    says: "objects of functions visit",
    module: `interface Visitor { container(c: Container): string | undefined; spec(s: PodSpec): string | undefined }
const hosts: Visitor = { container: (c) => ((c.ports ?? []).some((p) => p.hostPort) ? \`\${c.name} host port\` : undefined), spec(s) { return s.hostNetwork ? "host network" : undefined; } };
const users: Visitor = { container: (c) => c.securityContext?.runAsUser === 0 ? \`\${c.name} root\` : undefined, spec: ({ securityContext }) => securityContext?.runAsUser === 0 ? "root pod" : undefined };
const visitors = [hosts, users];
function* visit(pod: Pod, v: Visitor): Generator<Violation> { const a = v.spec(pod.spec); if (a) yield violation(a); for (const c of pod.spec.containers) { const b = v.container(c); if (b !== undefined) yield violation(b); } }`,
    body: `for (const v of visitors) yield* visit(object, v);`,
  },
  {
    says: "functions that may be left out",
    module: `function names(cs: readonly Container[], keep?: (c: Container) => boolean, show: (c: Container) => string = (c) => c.name): string { return cs.filter((c) => keep?.(c) ?? true).map(show).join(","); }
const first = (cs: readonly Container[], ...tests: ((c: Container) => boolean)[]) => cs.find((c) => tests.every((t) => t(c)))?.name ?? "none";`,
    body: `yield violation(names(object.spec.containers)); yield violation(names(object.spec.containers, (c) => !!c.image)); yield violation(names(object.spec.containers, undefined, (c) => c.image ?? "-")); yield violation(\`\${first(object.spec.containers)} \${first(object.spec.containers, (c) => !!c.stdin, (c) => !!c.image)}\`);`,
  },
  {
    says: "functions of any type take functions",
    minKubernetes: "1.33",
    module: `const forAll = <T>(items: readonly T[], p: (t: T, i: number) => boolean) => items.every(p); const exists = <T>(items: readonly T[], p: (t: T) => boolean) => items.some((i) => p(i));
const count = <T>(items: readonly T[], p: (t: T) => boolean) => items.filter(p).length;
const by = <T, K extends string>(f: (t: T) => K, k: K) => (t: T) => f(t) === k;
const groupSize = (cs: readonly Container[], c: Container) => count(cs, by((x: Container) => x.name, c.name));`,
    body: `if (forAll(object.spec.containers, (c, i) => i === 0 || !!c.image)) yield violation("all"); if (exists(object.spec.containers, (c) => exists(c.ports ?? [], (p) => p.hostPort !== undefined))) yield violation("host port"); for (const c of object.spec.containers) if (groupSize(object.spec.containers, c) > 1) yield violation(\`\${c.name} dup\`); yield violation(\`\${count(object.spec.containers, (c) => !!c.stdin)}\`);`,
  },
  {
    says: "a function returns an object with functions in it",
    module: `const context = (pod: Pod) => {
  const all = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
  const isHost = pod.spec.hostNetwork === true || pod.spec.hostPID === true;
  const images = all.flatMap((c) => (c.image ? [c.image] : []));
  return { all, isHost, images, uses: (prefix: string) => images.some((i) => i.startsWith(prefix)) };
};`,
    body: `const { all, isHost, images, uses } = context(object);
if (isHost && all.length > 1) yield violation(\`\${all.length} on the host\`);
if (uses("nginx") && uses("reg")) yield violation(\`mixed: \${images.join(" ")}\`);
if (isHost && !uses("reg")) yield violation("foreign on the host");`,
  },
  {
    says: "functions are put together",
    module: `const pipe = (f: (s: string) => string, g: (s: string) => string) => (s: string) => g(f(s)); const trim = (s: string) => s.trim(); const strip = (s: string) => s.split(":")[0] ?? ""; const norm = pipe(trim, strip); const curry = (prefix: string) => (suffix: string) => (c: Container) => \`\${prefix}\${c.name}\${suffix}\`; const say = curry("<")(">");
const negate = <T>(f: (t: T) => boolean) => (t: T) => !f(t);  const hasPort = (n: number) => ({ ports = [] }: Container) => ports.some((p) => p.containerPort === n);`,
    body: `for (const c of object.spec.containers) { yield violation(say(c)); yield violation(norm(c.image ?? " none ")); if (negate(hasPort(80))(c) && hasPort(443)(c)) yield violation(\`\${c.name} 443 only\`); } yield violation(object.spec.containers.filter(negate(hasPort(80))).map(say).join(" "));`,
  },
  {
    says: "an object and a test of it, joined and kept as a value",
    body: `const { labels, annotations } = object.metadata; const selector = object.spec.nodeSelector ?? {}; const chosen = selector && typeof selector === "object" && Object.keys(selector).length > 0; const labelled = labels && "app" in labels; const alike = labels && annotations && labels["a"] === annotations["a"]; const given = selector || labels; if (chosen) yield violation("chosen"); if (labelled) yield violation("labelled"); if (!alike) yield violation("unlike"); if ("a" in given) yield violation("given"); for (const c of object.spec.containers) { const { securityContext: security } = c; const root = security && security.runAsUser === 0; const ports = c.ports && c.ports.map((p) => p.containerPort).join(" "); if (root) yield violation(\`\${c.name} is root\`); if (root === undefined) yield violation(\`\${c.name} does not say\`); yield violation(\`\${c.name} \${ports ?? "none"}\`); }`,
  },
  {
    says: "what is chosen is there by what the module says, and is asked for all the same",
    minKubernetes: "1.33",
    module: `const strict = true;
const of = { image: (c: Container): string | undefined => c.image, args: (c: Container): string | undefined => (strict ? (c.args ?? []).filter((arg) => arg !== c.name).join(" ") : undefined) };
const said = (c: Container): string[] => Object.entries(of).flatMap(([name, read]) => { const value = read(c); return value === undefined ? [] : [\`\${name}=\${value}\`]; });
function why(c: Container): string | undefined { const v = ["a"].find(() => c.image !== undefined) ?? ["b"].find(() => strict); if (v === undefined) return "none"; if (v.split(",").some((part) => c.name === part)) return \`\${v}?\`; return undefined; }`,
    body: `for (const c of object.spec.containers) { yield violation(said(c).join()); const reason = why(c); if (reason !== undefined) yield violation(reason); const first: string | undefined = strict ? \`\${c.name}.\` : c.image; if (first === undefined) yield violation("nothing"); else yield violation(\`\${first} \${first.startsWith("a")}\`); }`,
  },
];
