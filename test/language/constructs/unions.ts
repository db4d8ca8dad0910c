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
];
