import type { Construct } from "./construct.js";

/** Functions as values, which no engine has: they are written out where they are called. */
export const closures: readonly Construct[] = [
  {
    says: "a function that reads nothing of what it is called with, as a test shows it",
    body: `for (const c of object.spec.containers) { const image = (d: Container | undefined) => d?.image && (d?.image ?? c.image); if (image(object.spec.containers[0])) yield violation(\`\${c.name} beside one with an image\`); }`,
  },
  {
    says: "functions of a module that take the element alone, by their names",
    minKubernetes: "1.35",
    module: `const isOld = (c: Container): boolean => c.image === undefined; const nameOf = (c: Container): string => c.name; function isLong(text: string): boolean { return text.includes("pp"); }`,
    body: `const { containers } = object.spec; yield violation(\`\${containers.findIndex(isOld)} \${containers.findLastIndex(isOld)} \${containers.map(nameOf).join(" ")}\`); if (containers.findIndex(isOld) >= 0) yield violation("old"); const names = Object.keys(object.metadata.labels ?? {}); if (names.filter(isLong).length > 0 && containers.find(isOld)) yield violation("long"); for (const name of containers.filter(isOld).map(nameOf).filter(isLong)) yield violation(name);`,
  },
  {
    says: "helpers take functions",
    module: `const any = (cs: readonly Container[], test: (c: Container) => boolean): boolean => cs.some(test);
function names(cs: readonly Container[], keep: (c: Container) => boolean): string { return cs.filter((c) => keep(c)).map((c) => c.name).join(", "); }`,
    body: `const { containers } = object.spec;
if (any(containers, (c) => c.image === undefined)) yield violation(\`no image: \${names(containers, (c) => c.image === undefined)}\`);
if (any(containers, ({ securityContext }) => !!securityContext?.privileged)) yield violation("priv");`,
  },
  {
    says: "functions return functions",
    module: `const startsWithAny = (prefixes: readonly string[]) => (text: string): boolean => prefixes.some((p) => text.startsWith(p));
const ours = startsWithAny(["reg/", "ghcr.io/"]);
const hasPort = (port: number) => (c: Container) => (c.ports ?? []).some((p) => p.containerPort === port);`,
    body: `for (const c of object.spec.containers) if (!ours(c.image ?? "")) yield violation(\`\${c.name} foreign\`);
if (object.spec.containers.some(hasPort(443))) yield violation("443");
if (startsWithAny(["t"])(object.metadata.name)) yield violation("t-name");`,
  },
  {
    says: "tables hold functions, generators take them, and functions combine them",
    module: `type Check = (c: Container) => string | undefined;
const noTag: Check = (c) => (c.image?.includes(":") ? undefined : \`\${c.name} has no tag\`);
const privileged: Check = (c) => { if (c.securityContext?.privileged) return \`\${c.name} is privileged\`; return undefined; };
const checks = [noTag, privileged];
const named: Record<string, (pod: Pod) => boolean> = { hostNetwork: (p) => p.spec.hostNetwork === true, many: (p) => p.spec.containers.length > 1 };
function* each(pod: Pod, check: (c: Container, i: number) => Iterable<Violation>) { for (const c of pod.spec.containers) yield* check(c, 1); }
const isOk = [(c: Container) => c.image !== undefined, (c: Container) => c.name.length > 0];
const not = (f: (c: Container) => boolean) => (c: Container) => !f(c);
const both = (f: (c: Container) => boolean, g: (c: Container) => boolean) => (c: Container) => f(c) && g(c);
const tagged = (c: Container) => c.image?.includes(":") ?? false;
const isRoot = (c: Container) => c.securityContext?.runAsUser === 0;`,
    body: `for (const c of object.spec.containers) for (const check of checks) { const found = check(c); if (found !== undefined) yield violation(found); }
for (const [name, test] of Object.entries(named)) if (test(object)) yield violation(name);
yield* each(object, function* (c, i) { if (c.ports) yield violation(\`\${c.name} \${i}\`); });
for (const c of object.spec.containers) if (!isOk.every((ok) => ok(c))) yield violation(\`not ok \${c.name}\`);
const rules = [{ id: "x", test: (c: Container) => c.name === "a" }, { id: "y", test: tagged }];
for (const { id, test } of rules) if (object.spec.containers.some(test)) yield violation(\`rule \${id}\`);
if (object.spec.containers.some(not(tagged))) yield violation("some untagged");
if (object.spec.containers.some(both(isRoot, not(tagged)))) yield violation("root untagged");
function* local(prefix: string) { if (object.spec.hostNetwork) yield violation(\`\${prefix} local\`); }
yield* local("p");`,
  },
  {
    says: "functions one after the other, from the first or the last",
    module: `type Step<T> = (x: T) => T;
const pipe = <T>(x: T, ...steps: Step<T>[]): T => steps.reduce((acc, step) => step(acc), x);
const compose = <T>(...steps: Step<T>[]) => (x: T): T => steps.reduceRight((acc, step) => step(acc), x);
const without = (prefix: string) => (text: string): string => (text.startsWith(prefix) ? text.slice(prefix.length) : text);
const normalized = compose(without("library/"), without("docker.io/"), (text: string) => text.trim());
const all = <T>(...tests: ((x: T) => boolean)[]) => (x: T): boolean => tests.reduce((acc, test) => acc && test(x), true);
const isPlain = all<Container>((c) => c.image !== undefined, (c) => !normalized(c.image ?? "").includes("/"));
const doubled = [(n: number) => n + 1, (n: number) => n * 2];`,
    body: `for (const c of object.spec.containers) { yield violation(\`<\${normalized(c.image ?? "")}>\`); if (isPlain(c)) yield violation(\`\${c.name} is plain\`); yield violation(\`<\${pipe(c.name, (text) => text + "-x", (text) => text.replace("-", "+"))}>\`); yield violation(\`\${doubled.reduce((n, step) => { const next = step(n); return next; }, (c.ports ?? []).length)}\`); }`,
  },
  {
    says: "a list of what a loop around it goes through, and its first",
    body: `for (const word of ["a", "b"]) { const first = object.spec.containers[0]?.args?.map(() => word)[0]; yield violation(\`\${word} \${first ?? "none"}\`); const either = (object.spec.hostNetwork ? [word] : [])[0]; if (either) yield violation(\`either \${either}\`); }`,
  },
];
