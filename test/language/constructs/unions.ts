import type { Construct } from "./construct.js";

/** What is one of several types, told apart by a function that is also called with constants of each. */
export const unions: readonly Construct[] = [
  {
    says: "an object or a text, told apart by typeof, where constants are given",
    module: `interface Named { name: string }
const nameOf = (x: Named | string): string => (typeof x === "string" ? x : x.name);
function* told(x: Named | string) { if (typeof x === "string") yield violation(x); else yield violation(x.name); }
const isNamed = (x: Named | string | undefined): x is Named => typeof x !== "string" && x !== undefined;
const orNone = (x?: Named | string): string => (isNamed(x) ? x.name : (x ?? "none"));`,
    body: `for (const c of object.spec.containers) { yield violation(nameOf(c)); yield* told(c); yield violation(orNone(c)); } yield violation(nameOf("x")); yield violation(nameOf(object.metadata.name)); yield* told("y"); yield violation(orNone("z")); yield violation(orNone());`,
  },
  {
    says: "an object or a list, told apart by Array.isArray, where constants are given",
    module: `interface Named { name: string }
const names = (x: Named | string[]): string => (Array.isArray(x) ? x.join() : x.name);`,
    body: `for (const c of object.spec.containers) yield violation(names(c)); yield violation(names(["x", "y"])); yield violation(names([]));`,
  },
  {
    says: "an object, a number or a flag, told apart by typeof, where constants are given",
    module: `interface Named { name: string; tags?: string[] }
function say(x?: Named | number | boolean): string { if (x === undefined) return "none"; if (typeof x === "number") return \`\${x + 1}\`; if (typeof x === "boolean") return x ? "yes" : "no"; return x.name + (x.tags ?? []).join(); }`,
    body: `for (const c of object.spec.containers) yield violation(say(c)); yield violation(say(1)); yield violation(say(true)); yield violation(say()); yield violation(say({ name: "q", tags: ["a"] }));`,
  },
  {
    says: "options that may be one of them alone",
    module: `type Options = { prefix?: string; separator?: string } | string;
function joined(list: readonly string[], options: Options = {}): string { const { prefix = "", separator = "," } = typeof options === "string" ? { separator: options } : options; return prefix + list.join(separator); }`,
    body: `const names = object.spec.containers.map((c) => c.name); yield violation(joined(names)); yield violation(joined(names, "+")); yield violation(joined(names, { prefix: ">" }));`,
  },
  {
    says: "an empty list or a flag, asked for as a condition",
    module: "const none: string[] = []; const on = true;",
    body: "const c = object.spec.containers.find((d) => (object.spec.hostNetwork ? none : on)); if (c) yield violation(c.name); if (object.spec.hostNetwork ? on : none) yield violation(`either`);",
  },
  {
    says: "the first that is anything, of a text and a parameter that may be a flag",
    paramsType: "interface Params { deny?: boolean; allow?: boolean }",
    params: { allow: true },
    body: `const found = [object.spec.hostname ? "a" : undefined, params.deny].find(Boolean); if (found) yield violation("found"); const other = [object.spec.securityContext && "b", params.allow].find((one) => one); if (other === true) yield violation("allowed"); if (other) yield violation("other");`,
  },
  {
    says: "a text, a number or a flag, told apart by typeof, where each call gives one of them",
    module: `const say = (x: string | number | boolean | undefined): string => (x === undefined ? "none" : typeof x === "boolean" ? (x ? "yes" : "no") : \`\${x}\`);
const once = (x: string | boolean | undefined): string => (typeof x === "boolean" ? (x ? "on" : "off") : (x ?? "?"));
function* told(x: string | boolean | number | undefined) { if (typeof x === "number") { if (x > 1) yield violation(\`\${x + 1}\`); } else if (x !== undefined && typeof x !== "boolean" && x.startsWith("a")) yield violation(x); if (x === true) yield violation("set"); }`,
    body: `for (const c of object.spec.containers) { yield violation(\`\${say(c.command?.length)} \${say(c.stdin)} \${say(c.image)} \${once(c.image)}\`); yield* told(c.stdin); yield* told(c.ports?.length); yield* told(c.name); }`,
  },
  {
    says: "a flag or a text that stands in for it, told apart by a function",
    module: `const say = (x: string | number | boolean | undefined): string => (x === undefined ? "none" : typeof x === "boolean" ? (x ? "yes" : "no") : \`\${x}\`);`,
    body: `for (const c of object.spec.containers) yield violation(say(c.securityContext?.privileged ?? c.image));`,
  },
  {
    says: "what is called unknown, and is a flag",
    body: `for (const c of object.spec.containers) { const x: unknown = c.name.startsWith("a"); switch (typeof x) { case "string": if (x.startsWith("b")) yield violation(x.trim()); break; case "boolean": if (x) yield violation(c.name); break; default: yield violation("other"); } }`,
  },
  {
    says: "a result that a parameter makes always right has no reason",
    paramsType: "interface Params { repos: string[] }",
    params: { repos: ["a"] },
    body: `const results = object.spec.containers.map((c) => (params.repos.length > 0 ? ({ ok: true } as const) : ({ ok: false, why: c.name } as const))); for (const result of results) { if (result.ok) continue; yield violation(\`\${result.why} is wrong\`); } if (results.every(({ ok }) => ok)) yield violation("all are right");`,
  },
  {
    says: "a text or a list of texts, where each call gives one of them",
    module: `const texts = (x: string | readonly string[] | undefined): readonly string[] => (x === undefined ? [] : typeof x === "string" ? [x] : x.filter((t) => t !== "a"));
const once = (x: string | readonly string[] | undefined): readonly string[] => (x === undefined ? [] : typeof x === "string" ? [x] : x.filter((t) => t !== "a"));`,
    body: `yield violation(once(object.metadata.name).join()); for (const c of object.spec.containers) yield violation([...texts(c.command), ...texts(c.name), ...texts(request.userInfo?.username)].join());`,
  },
];
