import type { Regression } from "./regression.js";

/** About what is known when the policy is written: constants, objects and lists of nothing, places that they do not have. */
export const ofConstants: readonly Regression[] = [
  {
    says: "what is not there of a list or an object that is written out",
    module:
      'function* none(item: number): Generator<Violation> { const has: { [key: string]: string } = {}; if ("" in has) yield violation(`${item}`); }',
    body: 'const numbers: number[] = []; const second = numbers.at(1); if (second !== undefined) yield violation("second"); const [first = "", next] = "".split("007"); if (next !== undefined) yield violation(first); yield* none(0); yield violation("asked");',
  },
  {
    says: "objects that are written out and cannot be equal",
    body: 'yield violation(`${deepEqual({}, { a: object.metadata.name })} ${deepEqual([], [object.metadata.name])} ${deepEqual({ a: object.metadata.name }, { a: "ab" })}`);',
  },
  {
    says: "a list of lists of which nothing is read",
    body: 'yield violation(`${object.spec.containers.map(({ name }) => name).map((size) => "x").join("")}`);',
  },
  {
    says: "a list of nothing and of what an untyped list may have",
    minKubernetes: "1.33",
    body: 'const [none, second] = [undefined, (object.metadata.finalizers ?? [])[1]]; yield violation(`${none === undefined} ${second ?? "-"}`);',
  },
  {
    says: "a truth that is known only after names are gone",
    body: 'const message = [{ id: "", test: (_text: string) => true }].some((check) => check.test(request.operation ?? "")) ? true : undefined; if (message !== undefined) { const msg = undefined; if (msg === undefined) return; } yield violation("unreachable");',
  },
  {
    says: "a function that gives the same for all arguments",
    module: "function found(_labels: { [key: string]: string }): string[] { return []; }",
    body: 'const first = found({}).find(() => true); if (first !== undefined) yield violation("found"); yield violation(`${found(object.metadata.labels ?? {}).length}`);',
  },
  {
    says: "an entry of no list, and a list in its place",
    body: "const names: string[] = [].concat([][2] ?? []); yield violation(`${deepEqual([], names)} ${names.length}`);",
  },
  {
    says: "loops over objects that have nothing",
    minKubernetes: "1.33",
    body: 'for (const [key] of Object.entries({})) { let first: string | undefined; for (const _ of sorted(Object.keys({}))) { first = key; break; } yield violation(first ?? ""); } yield violation(`${Object.keys({}).length} ${Object.values({}).some((value) => value === "x")} ${Object.entries({}).every(([key]) => key === "x")}`);',
  },
  {
    says: "an entry of one of two lists that have nothing",
    module: "function count(names: string[]): number { return names.length; }",
    body: "yield violation(`${count(((request.dryRun ?? true) ? [] : []).at(1) ?? [])}`);",
  },
  {
    says: "an argument that is found to be absent is no mistake for OPA",
    module: "function isOn(flag: boolean | undefined): boolean { return flag ?? true; }",
    body: 'for (const [on, says] of [[true, ""], [true, `${isOn(false ? true : undefined) ? (object.metadata.finalizers ?? []).length : 0}`]] as const) if (on) yield violation(says);',
  },
  {
    says: "nothing is looked for among what is there",
    body: 'if ((false ? undefined : [(true ? true : undefined), true].includes(undefined))) yield violation("found"); yield violation("asked");',
  },
  {
    says: "an object of no entries has none under any key",
    minKubernetes: "1.33",
    module:
      'function* says(): Generator<Violation> { if (("" in Object.fromEntries([].map(() => ["", ""] as const)))) yield violation("has one"); else yield violation("has none"); }',
    body: "yield* says();",
  },
  {
    says: "a name for what a function always gives, asked whether it is there",
    minKubernetes: "1.33",
    module:
      "const name = (texts: { [key: string]: string }): string | undefined => undefined; function count(texts: string[]): boolean | undefined { for (const text of texts) { if (true) return true; } return (false ? undefined : true); }",
    body: '{ const isRoot = count([]); if (isRoot !== undefined) { const other = name({}); if (other === undefined) return; } } for (const [is, says] of [[true, ""], [undefined, ""]] as const) if (is) yield violation(says);',
  },
  {
    says: "a name for what a function gives for every argument, asked whether it is there",
    module:
      'function limit(names: readonly string[]): number | undefined { return names.length > 1 ? names.length : 3; } function isRoot(names: readonly string[]): boolean | undefined { return names.includes("x"); }',
    body: "for (const c of object.spec.containers) { const most = limit(c.args ?? []); if (most !== undefined && most < 3) yield violation(`one ${c.name}`); const is = isRoot(c.args ?? []); if (is === undefined) yield violation('never'); else if (is) yield violation('is'); }",
  },
  {
    says: "a key that an object of constants does not have, in a generator",
    minKubernetes: "1.33",
    module:
      'function* told(names: string[], value: { [key: string]: string }): Generator<Violation> { if (value[""]) yield violation("empty"); else yield violation(value["app"] ?? "none"); }',
    body: 'yield* told([], { "app.kubernetes.io/name": "" }); yield* told([], { app: "x" });',
  },
  {
    says: "a set that holds nothing but what is absent",
    minKubernetes: "1.35",
    body: "yield violation(`${new Set<string | undefined>([undefined]).has('h')} ${new Set<string | undefined>([undefined]).has(undefined)} ${new Set([undefined, 'h']).has(object.spec.hostname)}`);",
  },
  {
    says: "what is behind the end of a list of constants, of which other entries are read as well",
    minKubernetes: "1.37",
    body: 'const words: (string | undefined)[] = ["a", undefined]; for (const c of object.spec.containers) yield violation(`${c.name} ${words[2] ?? "none"} ${words[0] ?? "first"} ${words.at(-1) ?? "last"}`);',
  },
  {
    says: "a set of numbers, one of which might have been absent, asked for what is absent",
    minKubernetes: "1.37",
    module:
      "const told = (size: number): string => String((new Set([(true ? 0 : undefined), 0]).has(undefined) ? 0 : -1));",
    body: "yield violation(told(0));",
  },
  {
    says: "a check of a table that does not look at what it is given",
    body: 'const checks: readonly { name: string; test: (x: Container) => boolean }[] = [{ name: "a", test: (container) => [undefined, ""].includes(undefined) }, { name: "b", test: (item) => false }]; const failed = checks.filter(({ test }) => object.spec.containers.every(test)).map(({ name }) => name); if (failed.length > 0) yield violation(failed.join());',
  },
];
