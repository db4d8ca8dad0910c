import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

export const basics: readonly Construct[] = [
  {
    says: "a text or a number before && that is said where it is empty or 0",
    body: `for (const c of object.spec.containers) { const odd = c.image || (c.args ?? []).length; yield violation(\`\${c.name} \${odd && "x"}\`); }`,
  },
  {
    says: "loops nest, and skip what is absent",
    body: `${each} for (const p of c.ports ?? []) if (p.hostPort !== undefined) yield violation(\`\${c.name} \${p.hostPort}\`);`,
  },
  {
    says: "the truth of a flag or an object",
    body: `for (const c of object.spec.containers) { const odd = c.securityContext?.privileged || c.livenessProbe; if (odd) yield violation(c.name); if (!odd) yield violation(\`not \${c.name}\`); const both = (c.ports ?? []).length && c.securityContext; if (both) yield violation(\`both \${c.name}\`); const any = c.livenessProbe || c.image; if (any) yield violation(\`any \${c.name}\`); }`,
  },
  {
    says: "the truth of a flag or an object, in helpers",
    module: `const odd = (c: Container) => c.securityContext || c.ports?.some((p) => p.hostPort);
const both = (c: Container) => c.securityContext?.privileged && c.livenessProbe;`,
    body: `if (object.spec.containers.some(odd)) yield violation("odd"); for (const c of object.spec.containers.filter(both)) yield violation(c.name); if (object.spec.containers.every((c) => !both(c))) yield violation("none");`,
  },
  {
    says: "a truth can be named and used twice",
    body: "const bad = object.spec.containers.some((c) => c.securityContext?.privileged === true); if (bad) yield violation('priv'); if (!bad) yield violation('none'); if (bad && object.spec.hostNetwork) yield violation('both');",
  },
  {
    says: "records are made, taken apart and looped over",
    body: "for (const { role, name } of object.spec.containers.map((c) => ({ role: 'container', name: c.name }))) yield violation(`${role} ${name}`);",
  },
  {
    says: "a list takes literals, spreads and texts",
    body: "const ns = ['fixed', ...object.spec.containers.map((c) => c.name), `x${object.metadata.name}`]; yield violation(ns.join(','));",
  },
  {
    says: "entries of a map bind key and value",
    body: "for (const [key, value] of Object.entries(object.metadata.labels ?? {})) if (value === 'x') yield violation(`${key} ${value}`);",
  },
  {
    says: "reserved words can be names",
    body: "const namespace = object.metadata.namespace ?? 'default'; if (namespace.length > 0 && namespace !== 'y') yield violation(`${namespace}!`);",
  },
  {
    says: "find gives the first, or nothing",
    body: "const c = object.spec.containers.find((one) => one.name === 'b'); if (c !== undefined) yield violation(`${c.name} ${c.image ?? '-'}`); else yield violation('none');",
  },
  {
    says: "slices stop at the ends of a text",
    body: "const x = object.metadata.name; yield violation(`${x.slice(0, 3)}|${x.slice(-1)}|${x.slice(1, -1)}|${x.slice(5)}`);",
  },
  {
    says: "absence equals absence and nothing else",
    body: "const s = object.spec.containers[0]?.securityContext; if (s?.runAsUser === 0) yield violation('zero'); if (s?.runAsUser !== 0) yield violation('nonzero'); if (s?.privileged !== false) yield violation('np');",
  },
  {
    says: "two absent fields are equal",
    body: "if (object.metadata.labels?.['app'] === object.metadata.labels?.['zzz']) yield violation('same'); if (object.metadata.labels?.['app'] !== object.metadata.name) yield violation('diff');",
  },
  {
    says: "an empty text is there",
    body: "if (object.metadata.labels?.['a/b'] === '') yield violation('empty'); if ('app' in (object.metadata.labels ?? {})) yield violation('has');",
  },
  {
    says: "a set knows its members",
    body: `const known = new Set(['a', 'b']); ${each} if (!known.has(c.name)) yield violation(c.name);`,
  },
  {
    says: "deep equality compares by value",
    body: "if (!deepEqual(object.metadata.labels ?? {}, { app: 'x', 'a/b': '' })) yield violation('other');",
  },
  {
    says: "patterns from parameters match as globs",
    body: `for (const g of params.globs) ${each} if (globMatches(g, c.image ?? '')) yield violation(\`\${c.name} \${g}\`);`,
    paramsType: "interface Params { globs: string[] }",
    params: { globs: ["n*x:?", "a.b", "*", "re+"] },
  },
  {
    says: "switch takes one way",
    body: "switch (object.spec.restartPolicy) { case 'Always': yield violation('a'); break; case 'Never': yield violation('n'); break; default: yield violation('d'); }",
  },
  {
    says: "continue and else-if keep their order",
    body: `${each} { if (c.name === 'a') { yield violation('A1'); yield violation('A2'); } else if (c.name === 'b') yield violation('B'); if (c.image === undefined) continue; yield violation(\`i \${c.image}\`); }`,
  },
  {
    says: "numbers of parameters compare with counts",
    body: "if (params.max !== undefined && object.spec.containers.length > params.max) yield violation(`too many ${object.spec.containers.length}`);",
    paramsType: "interface Params { max?: number }",
    params: { max: 1.5 },
  },
  {
    says: "a message that a test has told in one place may be blank in another",
    body: `for (const c of object.spec.containers) { const low = c.image ?? ""; if (low === "b") yield violation(low); else yield violation(low !== c.name ? low : "other"); }`,
  },
  {
    says: "a blank message is the title",
    body: `${each} yield violation(params.msg ?? \`c \${c.name}\`);`,
    paramsType: "interface Params { msg?: string }",
    params: { msg: " " },
  },
  {
    says: "regular expressions match anywhere unless anchored",
    body: `${each} if (/^[a-z]+:\\d+$/.test(c.image ?? '')) yield violation(\`re \${c.name}\`);`,
  },
  {
    says: "every and some see optional calls",
    body: "if (object.spec.containers.every((c) => c.image?.startsWith('reg/'))) yield violation('all'); if (!object.spec.containers.some((c) => c.image?.includes('/') ?? false)) yield violation('none');",
  },
  {
    says: "filter and map chain",
    body: "const v = (object.spec.volumes ?? []).filter((one) => one.hostPath !== undefined).map((one) => one.name); if (v.length > 0) yield violation(v.join('; '));",
  },
  {
    says: "a choice can be absent",
    body: "const t = object.spec.hostNetwork ? 'host' : object.metadata.labels?.['app']; if (t !== undefined) yield violation(t); else yield violation('absent');",
  },
  {
    says: "whole numbers compute and print without a fraction",
    body: "const g = object.spec.terminationGracePeriodSeconds ?? 0; yield violation(`${g + 1} ${g * 2} ${g - 10}`);",
  },
  {
    says: "quantities compare by value",
    body: `${each} { const cpu = c.resources?.limits?.['cpu']; if (cpu !== undefined && isQuantity(cpu) && compareQuantities(cpu, '0.25') > 0) yield violation(\`\${c.name} \${cpu}\`); }`,
  },
  {
    says: "lists are compared with each other",
    body: "const names = object.spec.containers.map((c) => c.name); for (const i of names) for (const j of names) if (i !== j || names.length < 2) yield violation(`${i}-${j}`);",
  },
  {
    says: "slices take computed bounds",
    body: `${each} { const n = c.image?.indexOf(':') ?? -1; yield violation(\`\${(c.image ?? "").slice(n + 1)}x\`); }`,
  },
  {
    says: "a flag that may be absent, by a name of its own, is true only where it is true",
    body: `${each} { const flag = c.securityContext?.privileged ?? object.spec.hostNetwork; if (flag !== true) yield violation(\`\${c.name} is not\`); if (flag === true) yield violation(\`\${c.name} is\`); }`,
  },
  {
    says: "computations inside computations",
    body: "const n = object.spec.containers.length; const m = object.metadata.name.length; yield violation(`${Math.round((n * m) / 2 + n - (m - 1))} ${n - m - 1} ${(n + m) * 2}`);",
  },
  {
    says: "a parameter that is left out is tested before it is gone through",
    module:
      "const has = (list: readonly string[], name: string): boolean => list.some((entry) => entry === name);",
    paramsType: "interface Params { names?: string[]; other: string }",
    params: { other: "p" },
    body: "const names = params.names; if (names !== undefined && !has(names, object.metadata.name)) yield violation('not listed'); if (object.metadata.name === params.other) yield violation('other');",
  },
  {
    says: "the kind and the resource of the request",
    body: `yield violation(\`\${request.kind?.kind ?? "none"} \${request.resource?.resource ?? "none"} \${request.subResource ?? "none"}\`); if (request.kind?.group === "") yield violation("core"); if (request.name !== object.metadata.name) yield violation("other name");`,
  },
  {
    says: "what is absent counts as empty where a truth is negated",
    body: `const app = object.metadata.labels?.["app"]; if (!app) yield violation("no app"); const seconds = object.spec.terminationGracePeriodSeconds; if (!seconds) yield violation("no grace"); for (const c of object.spec.containers) { if (!c.image) yield violation(\`\${c.name} has no image\`); for (const p of c.ports ?? []) if (!p.hostPort && !p.name) yield violation(\`\${c.name}: \${p.containerPort}\`); }`,
  },
  {
    says: "a divisor that was tested before",
    module: `function share(part: number, whole: number): number { if (whole === 0) return 0; return Math.round((part * 100) / whole); }
const average = (xs: readonly number[]): number => (xs.length > 0 ? Math.floor(xs.reduce((a, b) => a + b, 0) / xs.length) : -1);`,
    body: `const cs = object.spec.containers; const ports = cs.map((c) => (c.ports ?? []).length); const n = cs.filter((c) => c.image).length; yield violation(\`\${share(n, cs.length)}% \${average(ports)}\`); if (n !== 0 && cs.length / n > 1) yield violation("more"); if (!(n > 0) || ports.length / n >= 2) yield violation("two"); const wait = object.spec.terminationGracePeriodSeconds ?? 0; if (wait <= 0) { yield violation("none"); return; } const turns = 100 / wait; if (turns < 5) yield violation("few"); yield violation(\`\${Math.ceil(60 / Math.max(1, n))} \${Math.floor(9 / (ports.length || 1))}\`);`,
  },
  {
    says: "a divisor that a loop has counted and a test has seen",
    body: `let ports = 0; let named = 0; for (const c of object.spec.containers) { for (const p of c.ports ?? []) { ports++; if (p.name) named += 1; } } if (ports > 0) yield violation(\`\${Math.round((named * 100) / ports)}% are named\`); const share = named === 0 ? 0 : Math.ceil(ports / named); yield violation(\`\${share}\`); for (const c of object.spec.containers) { let args = 0; for (const arg of c.args ?? []) if (arg !== "") args++; if (args !== 0 && 6 / args >= 2) yield violation(\`\${c.name} few\`); }`,
  },
  {
    says: "a divisor that is a parameter above zero",
    paramsType: `interface Params {
  /** @minimum 1 */
  step: number;
  sizes: {
    /** @minimum 0.5 */
    least: number;
  };
}`,
    params: { step: 2, sizes: { least: 4 } },
    body: `const n = object.spec.containers.length; yield violation(\`\${Math.ceil(n / params.step)}\`); if (n / params.sizes.least > 0.3) yield violation("many");`,
  },
  {
    says: "nothing of nothing, where the alternative before says that there is none",
    body: `const inits = object.spec.initContainers ?? []; const bad = inits.filter((c) => c.image === undefined).length; if (inits.length === 0 || bad / inits.length > 0.5) yield violation("bad"); if (!(inits.length > 0 && bad / inits.length > 0.5)) yield violation("good"); for (const c of object.spec.containers) { const n = (c.ports ?? []).length; const args = (c.args ?? []).length; yield violation(\`\${c.name} \${n === 0 || args / n > 1} \${object.spec.containers.filter((o) => (o.ports ?? []).length === 0 || (o.args ?? []).length / (o.ports ?? []).length < 1).length}\`); if (object.spec.hostNetwork || n < 1 || args / n < 1) yield violation(\`\${c.name} few\`); }`,
  },
  {
    says: "names that are those of OPA's operators and built-in functions",
    module: `const or = (a: string, b: string): string => (a === "" ? b : a); const plus = (n: number): number => n + 1;`,
    body: `for (const c of object.spec.containers) { const eq = c.name === "web", net = c.image ?? "", strings = c.args ?? []; const gt = strings.length + 1; const lt = c.name.indexOf("b"); const minus = gt - 1, div = gt * 2; if (eq && gt > 1 && lt < 9) yield violation(\`\${or(net, "none")} \${plus(div)} \${minus}\`); if (net.includes("/") && div !== minus) yield violation(\`\${net} \${lt}\`); }`,
  },
  {
    says: "`as` that only forgets something",
    module: `const policies = ["Always", "Never"] as const;
const isPolicy = (text: string): text is (typeof policies)[number] => (policies as readonly string[]).includes(text);`,
    body: `for (const c of object.spec.containers) if (!isPolicy((c.imagePullPolicy ?? "") as string)) yield violation(\`\${c.name as string | undefined ?? ""} pulls \${c.imagePullPolicy ?? "?"}\`);`,
  },
  {
    says: "a parameter that is one of some numbers",
    body: `const names = { 1: "low", 2: "middle", 3: "high" } as const; if (params.level >= 2 && object.spec.containers.length < params.level) yield violation(\`\${params.level} \${names[params.level]} \${params.share > 0.2 ? "much" : "little"}\`); switch (params.level) { case 1: yield violation("one"); break; case 2: yield violation("two"); }`,
    paramsType: "interface Params { level: 1 | 2 | 3; share: 0.25 | 0.5 }",
    params: { level: 2, share: 0.25 },
  },
  {
    says: "what stands in where one of several tests fails",
    module: `const table: Record<string, string[]> = { a: ["x"], b: ["y", "z"] }; const ports = (c: Container): number => (c.tty && c.ports && c.ports.length) || 7; const first = (c?: Container): string => (c && c.image) || (c && c.name) || "none";`,
    body: `const key = object.metadata.labels?.["app"]; const all = [...((key && table[key]) || []), ...((object.spec.hostNetwork && table["b"]) || [])]; yield violation(\`\${all.join()} \${first(object.spec.containers[1])}\`); for (const c of object.spec.containers) { yield violation((c.image && !c.tty && \`\${c.image}!\`) || c.name); yield violation(\`\${ports(c)} \${(c.tty && c.ports?.[0]?.hostPort) || 80}\`); for (const x of (c.resources && c.args) || ["no"]) yield violation(x); if ((c.image && c.image.startsWith("r")) || c.tty) yield violation(\`\${c.name} r\`); }`,
  },
  {
    says: "a division of which nothing is left over, of what is known and without the rest",
    module: "const limit = { bytes: 8 * 1024 ** 3 * 1000 }; const mebi = 1024 ** 2;",
    body: "yield violation(`${limit.bytes / 1000 / mebi} ${limit.bytes / 1024 ** 3} ${(limit.bytes / 8) * 3}`); for (const c of object.spec.containers) { const id = (c.securityContext?.runAsUser ?? 130) - 61; yield violation(`${c.name} ${(id - (id % 60)) / 60}m${id % 60}s ${((id - (id % 7)) / 7) * 3 + 1}`); }",
  },
];
