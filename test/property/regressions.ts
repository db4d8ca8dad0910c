import type { Case } from "./objects/cases.js";
import type { KubernetesObject, Value } from "./objects/object.js";

/** A divergence that `pnpm fuzz` found: a policy about Pods on which engines disagreed. */
export interface Regression {
  readonly says: string;
  /** The oldest Kubernetes whose CEL can say it; 1.30 where nothing is said. */
  readonly minKubernetes?: string;
  /** What the module declares beside the policy. */
  readonly module?: string;
  readonly body: string;
}

/** All regressions are asked about all of these. */
export const cases: readonly Case[] = [
  { object: pod({}), operation: "CREATE" },
  {
    object: pod({ hostname: "h", nodeSelector: { a: "b" } }),
    operation: "CREATE",
    userInfo: { username: "admin" },
  },
  { object: pod({ hostname: "a\nb" }), operation: "CREATE" },
  {
    object: pod(
      { containers: [{ name: "c", args: ["x", "y"] }, { name: "d" }] },
      { name: "ab", generation: 2 },
    ),
    operation: "CREATE",
  },
  {
    object: pod({ hostname: "h" }, { name: "a", namespace: "n", labels: { app: "web", team: "x" } }),
    operation: "UPDATE",
    oldObject: pod({ hostNetwork: true, containers: [{ name: "c" }] }),
    userInfo: { username: "admin", groups: ["g", "h"] },
  },
  {
    object: pod({
      containers: [{ name: "c", securityContext: { privileged: false, runAsNonRoot: false } }],
      securityContext: { supplementalGroups: [-1, -1000000000000] },
    }),
    operation: "CREATE",
  },
  {
    object: pod(
      { containers: [{ name: "c", securityContext: { privileged: false, runAsNonRoot: false } }] },
      { name: "a", labels: { app: "" } },
    ),
    operation: "CREATE",
  },
];

function pod(
  spec: { readonly [field: string]: Value },
  metadata: { readonly [field: string]: Value } = { name: "a" },
): KubernetesObject {
  return { apiVersion: "v1", kind: "Pod", metadata, spec: { containers: [], ...spec } };
}

export const regressions: readonly Regression[] = [
  {
    says: "messages of an object and of the author stand in one list",
    body: `yield violation(object.spec.hostname ?? ""); yield violation("");`,
  },
  {
    says: "numbers are written with an exponent",
    body: "yield violation(`%d${1e21} ${1e6}`);",
  },
  {
    says: "a dry run is told apart from none",
    body: 'if (request.dryRun ?? true) yield violation("dry"); yield violation(object.metadata.name);',
  },
  {
    says: "what a request holds stands in a list beside what the author wrote",
    minKubernetes: "1.37",
    body: 'const list: string[] = [request.userInfo?.username ?? "nobody", "x"]; yield violation(list.join("-")); yield violation(request.name ?? "none");',
  },
  {
    says: "keys of labels stand in a list of messages",
    body: "for (const [key, value] of Object.entries(object.spec.nodeSelector ?? {})) { yield violation(key); yield violation(`${value}x`); }",
  },
  {
    says: "messages of several lines",
    body: 'yield violation(object.spec.hostname ?? "none");',
  },
  {
    says: "names that are keywords of Rego, with a number",
    body: "for (const some of object.spec.containers) for (const some2 of some.args ?? []) yield violation(some2); yield violation(object.metadata.name);",
  },
  {
    says: "an entry that is absent is no entry",
    body: 'const entry: Entry = { label: "l", size: 1, ok: true, note: object.spec.hostname }; yield violation(`${entry.label} ${entry.note ?? "none"}`); if (entry.note === undefined) yield violation("absent");',
  },
  {
    says: "a position in a text that the object holds",
    body: "yield violation(object.metadata.name.slice(0, object.metadata.generation ?? 0)); yield violation(object.metadata.name.slice(object.metadata.generation ?? 1));",
  },
  {
    says: "a position in a list that the object holds",
    minKubernetes: "1.37",
    body: 'yield violation((object.spec.containers[0]?.args ?? []).slice(0, object.metadata.generation ?? 0).join("-"));',
  },
  {
    says: "a remainder stands beside a text",
    body: 'const size = object.metadata.generation ?? 0; if (["", size % 3].some((one) => one === 2)) yield violation("two");',
  },
  {
    says: "a list of what is computed from nothing of its turn",
    body: "const sum = object.spec.containers.reduce((sum, one) => sum + (object.metadata.name.length - 1), 0); yield violation(`${sum}`); const n = object.metadata.generation ?? 0; const sizes = object.spec.containers.map(({ name }) => `${name.length + n}`); yield violation(sizes.join()); if (object.spec.containers.map(({ name }) => name.length + n).includes(3)) yield violation('three');",
  },
  {
    says: "a text where the request says nothing of a dry run",
    body: 'yield violation(`${request.dryRun ?? "unknown"} ${request.name ?? 3} ${request.userInfo?.username ?? true}`); if ((request.dryRun ?? "text") === "text") yield violation("none");',
  },
  {
    says: "a flag that may be absent, with a fallback, decides a choice",
    module:
      "function isSet(flag: boolean | undefined): boolean { return ((flag ?? false) ? undefined : false) ?? flag === undefined; }",
    body: "yield violation(`${isSet(oldObject?.spec.hostNetwork)}`);",
  },
  {
    says: "a flatMap that reads nothing of its turn",
    minKubernetes: "1.35",
    body: "for (const one of object.spec.containers.flatMap((c) => request.userInfo?.groups ?? [])) yield violation(`group ${one}`);",
  },
  {
    says: "a spread of a spread whose keys TypeScript forgets",
    minKubernetes: "1.33",
    body: 'const labels = { ...{ ...(object.metadata.labels ?? {}), ...{} }, app: object.metadata.name }; for (const [key, value] of Object.entries({ ...labels, ...{ team: "y" } })) yield violation(`${key}=${value} of ${labels.app}`);',
  },
  {
    says: "a field that may be absent beside one that the author wrote",
    body: 'const entry: Entry = { label: "l", size: 1, ok: true, note: request.namespace }; yield violation(entry.note ?? "none");',
  },
  {
    says: "a value that a test has shown to be there is none of two",
    body: 'const flag = isQuantity(object.spec.hostname ?? "1") ? undefined : true; if (flag !== undefined) yield violation(`a${flag}`);',
  },
  {
    says: "messages that only one of JavaScript and Go finds blank",
    body: 'yield violation(`\u0085${object.spec.hostname ?? ""}`); yield violation(`${object.spec.hostname ?? ""}\ufeff`);',
  },
  {
    says: "blanks of JavaScript that Go does not trim, and the other way round",
    body: "yield violation(`<${`\ufeff${object.metadata.name}\u0085`.trim()}>`); yield violation(`<${`\u0085${object.metadata.name}\ufeff`.trim()}>`);",
  },
  {
    says: "what may be absent is printed after a test",
    body: 'const size = (object.metadata.generation ?? 0) > 1 ? (object.metadata.generation ?? 0) + 1 : undefined; const host = (object.spec.hostname ?? "h") === "h" ? object.metadata.namespace : "x"; if (size !== undefined && host !== undefined) yield violation(`${host}${size}${host < `${size}`}`); if (size !== undefined) yield violation(`${size}`); if (host !== undefined) yield violation(`${host}${host}`);',
  },
  {
    says: "one of two texts of which CEL's checker knows only one",
    body: 'yield violation(["", (request.name ?? "").padEnd(3), request.name === "a" ? (request.name ?? "") : "x"].join("-"));',
  },
  {
    says: "rounding between -1 and 0",
    body: "const half = ((object.metadata.generation ?? -1) - 0) / 2; yield violation(`${Math.floor(half)} ${Math.ceil(half)} ${Math.round(half)} ${Math.trunc(half)} ${Math.round(-1)}`);",
  },
  {
    says: "a search for nothing",
    body: 'yield violation(`${"".indexOf("")} ${"ab".indexOf("b")} ${object.metadata.name.indexOf("")} ${object.metadata.name.indexOf(object.spec.hostname ?? "")}`);',
  },
  {
    says: "a spread of labels or of nothing",
    minKubernetes: "1.33",
    body: 'for (const [key, value] of Object.entries({ ...{ app: "", b: "x" }, ...(object.spec.hostNetwork ? {} : (object.metadata.labels ?? {})) })) yield violation(`${key}=${value}`);',
  },
  {
    says: "objects that are written out and cannot be equal",
    body: 'yield violation(`${deepEqual({}, { a: object.metadata.name })} ${deepEqual([], [object.metadata.name])} ${deepEqual({ a: object.metadata.name }, { a: "ab" })}`);',
  },
  {
    says: "a value whose type is left open until a test",
    body: 'const host: unknown = object.spec.hostname; if (typeof host === "string") yield violation(host);',
  },
  {
    says: "an entry that stands beside a text",
    minKubernetes: "1.33",
    body: 'const { a: host = "none" } = object.spec.nodeSelector ?? {}; yield violation(["", object.spec.nodeSelector?.["a"] ?? ""].join("-")); for (const [key, value] of Object.entries({ memory: object.spec.nodeSelector?.["a"] ?? "", cpu: "1", host })) yield violation(`${key} ${value}`);',
  },
  {
    says: "a position beside a number",
    minKubernetes: "1.33",
    body: 'yield violation(`${Math.max(0, (object.metadata.finalizers ?? []).findIndex((one) => one === "b"))} ${[3, object.spec.containers.findIndex(({ name }) => name === "d")].join()}`);',
  },
  {
    says: "a list of lists of which nothing is read",
    body: 'yield violation(`${object.spec.containers.map(({ name }) => name).map((size) => "x").join("")}`);',
  },
  {
    says: "a flag that holds and equals another",
    body: 'for (const { securityContext } of object.spec.containers) if (securityContext?.privileged && securityContext.privileged === securityContext.runAsNonRoot) yield violation("both");',
  },
  {
    says: "what stands in for a text of the request is itself of the request",
    body: 'const entry: Entry = { label: request.operation ?? request.name ?? "", size: 0, ok: true }; yield violation(`${entry.label}${entry.size}`);',
  },
  {
    says: "a position in a list of which nobody asks",
    minKubernetes: "1.33",
    body: 'const found = params.repos.findLast(() => object.spec.containers.every((_container, _position) => object.spec.hostNetwork ?? true)); yield violation(found ?? "none");',
  },
  {
    says: "numbers of a part of a list",
    minKubernetes: "1.35",
    body: 'yield violation((object.spec.securityContext?.supplementalGroups ?? [7, 8]).slice(0, 1).join("-"));',
  },
  {
    says: "a list of nothing and of what an untyped list may have",
    minKubernetes: "1.33",
    body: 'const [none, second] = [undefined, (object.metadata.finalizers ?? [])[1]]; yield violation(`${none === undefined} ${second ?? "-"}`);',
  },
  {
    says: "an entry whose key makes no name",
    body: 'yield violation(params.known[""] ?? object.metadata.namespace ?? "none");',
  },
  {
    says: "a truth that is known only after names are gone",
    body: 'const message = [{ id: "", test: (_text: string) => true }].some((check) => check.test(request.operation ?? "")) ? true : undefined; if (message !== undefined) { const msg = undefined; if (msg === undefined) return; } yield violation("unreachable");',
  },
  {
    says: "a number stands in for an entry that is a text",
    minKubernetes: "1.33",
    body: "const { a = 1, ...others } = object.spec.nodeSelector ?? {}; yield violation(`${a} ${Object.keys(others).length}`);",
  },
  {
    says: "truths that may be absent, in pairs, and a pair that stands in",
    body: 'const pairs: [string, boolean | undefined][] = [["net", object.spec.hostNetwork], ["pid", object.spec.hostPID]]; for (const [name, on] of pairs) if (on) yield violation(name); const off = pairs.filter(([, on]) => !on).map(([name]) => name); const [first] = pairs.find(([, on]) => on === true) ?? ["none"]; yield violation(`${off.join()} ${first}`);',
  },
  {
    says: "a part of what a map made of others has",
    minKubernetes: "1.37",
    body: 'for (const [, value] of Object.entries({ ...object.metadata.labels, memory: "ab" })) yield violation(value.slice("".indexOf("") + 1));',
  },
  {
    says: "a function that gives the same for all arguments",
    module: "function found(_labels: { [key: string]: string }): string[] { return []; }",
    body: 'const first = found({}).find(() => true); if (first !== undefined) yield violation("found"); yield violation(`${found(object.metadata.labels ?? {}).length}`);',
  },
  {
    says: "sums of nothing, and of what CEL knows for doubles",
    minKubernetes: "1.35",
    module:
      "function weigh(flag: boolean): number { const counts: number[] = flag ? [] : []; return counts.reduce((sum, count) => sum + count * 10, 0); }",
    body: 'const entry: Entry = { label: "".repeat(0), size: (params.sizes ?? []).reduce((sum, size) => sum + size, 0), ok: true }; yield violation(`${entry.label}${entry.size}`); if (weigh(object.spec.hostNetwork ?? false) === 0) yield violation("light"); if ((object.metadata.finalizers ?? []).map((one) => one.indexOf("b") * 10).reduce((sum, one) => sum + one, 0) !== 0) yield violation("some");',
  },
  {
    says: "what Kubernetes takes for a quantity and is no number",
    body: 'for (const text of ["m", "-", ".", "E", "Ki", "e3", "1e1234", "1m", ".5", "5.", "1E3"]) if (isQuantity(`${text}${(object.spec.hostname ?? "") === "h" ? "0" : ""}`)) yield violation(`${text} is one`);',
  },
  {
    says: "an element that finds several is in the list once",
    body: 'const all = object.spec.containers; const named = all.filter((c) => all.some((d) => d.name !== "q" && d.name !== c.name)); yield violation(`${named.length} ${named.map((c) => c.name).join()} ${all.filter((c) => (c.args ?? []).some((arg) => arg !== "z")).length} ${all.flatMap((c) => (c.args ?? []).filter((arg) => all.some((d) => d.name !== arg))).length}`);',
  },
  {
    says: "a text of the request in a pair, beside a text",
    minKubernetes: "1.33",
    body: 'const [none, operation] = [undefined, request.operation]; yield violation(["", operation ?? ""].join("")); yield violation(`${none === undefined}`);',
  },
  {
    says: "a list of texts and of what the object has, in an object",
    minKubernetes: "1.33",
    body: 'yield violation(`${matchesSelector({ matchExpressions: [{ key: "a", operator: "In", values: params.repos.concat(object.metadata.finalizers ?? []) }] }, object.spec.nodeSelector ?? {})}`); const [one, other] = [object.spec.nodeSelector?.["a"], object.metadata.namespace]; for (const [key] of Object.entries(Object.fromEntries(object.spec.containers.map(() => [one ?? "", ""] as const)))) yield violation(`${key} ${other ?? "-"}`);',
  },
  {
    says: "a line that begins with a negative number, below a reference",
    body: 'const n = object.metadata.generation ?? 0; if (object.spec.hostname !== undefined && -1 === n) yield violation("a"); if (-1 < n && object.spec.hostNetwork && -1 !== n) yield violation("b"); if (object.spec.hostname === "h" && -1 * n < 3 && -3 - n < -4) yield violation("c"); const flags = object.spec.containers.filter((c) => c.args !== undefined && -2 <= n); if (flags.length > 0 && (Number.isInteger(-1) || n > 4)) yield violation(`${flags.length}`);',
  },
  {
    says: "a function is given nothing, or what it only compares with",
    module:
      'const flagged = (flag: boolean | undefined, _name: string): boolean => flag ?? true; const named = (name: string | undefined): boolean => name === "x"; const passes = (name?: string): boolean => named(name); const isOne = (value: string | number): boolean => value === "1";',
    body: 'if (flagged(undefined, "")) yield violation("a"); if (flagged(object.spec.hostNetwork, "b")) yield violation("b"); if (!named(undefined) && !named(object.spec.hostname)) yield violation("c"); if (!passes() && !passes(object.metadata.namespace)) yield violation("d"); if (!isOne(1) && !isOne(object.metadata.name)) yield violation("e");',
  },
  {
    says: "pairs of what may be absent and of nothing, taken apart where they are written",
    body: 'const [flag, none] = [object.spec.hostNetwork ? undefined : true, undefined]; if (flag ?? false) yield violation("a"); if (none ?? true) yield violation("b"); const pair = [object.spec.hostname, object.metadata.generation ?? 1] as const; yield violation(`${pair[0] ?? "-"} ${pair[1]}`);',
  },
  {
    says: "a fallback for what was tested already",
    body: 'const names = object.spec.containers.map(() => object.metadata.namespace ?? (object.metadata.namespace ?? "")); for (const name of names) yield violation(name);',
  },
  {
    says: "an object that is written out, and one that is computed",
    minKubernetes: "1.33",
    body: 'const others = Object.fromEntries(Object.entries(object.spec.nodeSelector ?? {}).filter(([key]) => key !== "b")); if (deepEqual({}, others)) yield violation("a"); if (!deepEqual({ a: "b" }, Object.fromEntries(Object.entries(object.spec.nodeSelector ?? {}).map(([key, value]) => [key, value] as const)))) yield violation("b");',
  },
  {
    says: "the first and the last value that a loop sets",
    body: 'let first: string | undefined; for (const c of object.spec.containers) { if (c.name !== "c") { first = c.name; break; } } let last = "none"; for (const c of object.spec.containers) if (c.args !== undefined) last = c.name; let found = false; let where = ""; for (const c of object.spec.containers) { if (c.securityContext?.privileged === undefined) continue; found = true; where = c.name; break; } let image: string | undefined = "start"; for (const c of object.spec.containers) { if (c.name !== "x") { image = c.image; } } let size = 1; for (const arg of object.spec.containers[0]?.args ?? []) { size = codePointLength(arg) + 1; } let ok = true; for (const c of object.spec.containers) { ok = c.name !== "d"; } yield violation(`${first ?? "-"} ${last} ${found} ${where} ${image ?? "?"} ${size} ${ok}`);',
  },
  {
    says: "the last value of nested loops, and one of several branches",
    minKubernetes: "1.35",
    body: 'let last = ""; for (const c of object.spec.containers) { for (const arg of c.args ?? []) { if (arg !== "z") last = `${c.name}${arg}`; } } let size = 0; for (const c of object.spec.containers) { if (c.name === "c") { size = 2; } else if (c.name === "d") size = 3; } let one = ""; for (const c of object.spec.containers) { if (c.name === "d") { one = "d"; break; } if (c.args !== undefined) { one = "args"; break; } } yield violation(`${last} ${size} ${one}`);',
  },
  {
    says: "texts that the checker knows, and texts of the request, in the pairs of an object",
    minKubernetes: "1.33",
    body: 'for (const [key, group] of Object.entries(Object.fromEntries((request.userInfo?.groups ?? []).map((one) => ["", one] as const)))) yield violation(`${key}${group === ""}`);',
  },
  {
    says: "an entry of a map that has a name, with what stands in for it, in the pairs of an object",
    minKubernetes: "1.33",
    body: 'const entry = object.spec.nodeSelector?.["a"]; for (const [key, value] of Object.entries(Object.fromEntries(object.spec.containers.map(() => [entry ?? "", ""] as const)))) yield violation(`${key}${value}`); const all = object.metadata.labels ?? {}; for (const [key, value] of Object.entries(params.known)) if (all[key] === value) yield violation(`${all[key] ?? ""} ${key}`);',
  },
  {
    says: "a flag that TypeScript takes for absent after `if (flag ?? true)`",
    body: 'for (const c of object.spec.containers) { const flag = c.securityContext?.privileged; const name = object.metadata.labels?.["app"]; if (flag ?? true) continue; if (c.securityContext?.runAsNonRoot ?? true) continue; yield violation(`${c.securityContext?.runAsNonRoot !== undefined}`); if (flag === undefined) yield violation("never"); if (name ?? "x") continue; if (flag === false && name === "") yield violation("empty"); if (object.metadata.labels?.["app"] !== undefined) yield violation("there"); } if (request.dryRun ?? true) return; yield violation(`${request.dryRun !== undefined} ${request.dryRun === undefined ? "none" : "some"}`);',
  },
  {
    says: "a part of an image that has a name, in the pairs of an object",
    minKubernetes: "1.33",
    body: 'const tag = imageTag(object.metadata.name); for (const [key, value] of Object.entries(Object.fromEntries(object.spec.containers.map(() => [tag ?? "", ""] as const)))) yield violation(`${key}${value}`); const pair = [tag, object.spec.hostname ?? ""]; yield violation(`${pair.length} ${pair.includes("h")}`);',
  },
  {
    says: "parameters that are not given, in chains and behind tests",
    body: 'if (params.sizes?.some((size) => size > 1)) yield violation("a"); if ((params.sizes?.find((size) => size > 1) ?? 0) > 1) yield violation("b"); if (params.sizes?.every((size) => size > 1)) yield violation("c"); if (params.sizes !== undefined && params.sizes.filter((size) => size > 1).length > 0) yield violation("d"); if (params.sizes) for (const size of params.sizes) yield violation(`${size}`); yield violation(params.sizes?.map((size) => `${size + 1}`).join(", ") ?? "none");',
  },
  {
    says: "values of labels, or of nothing",
    minKubernetes: "1.35",
    body: 'yield violation(`${Object.values((oldObject?.spec.hostNetwork ?? true) ? (object.metadata.labels ?? {}) : {}).includes("web")}`); for (const value of Object.values(object.spec.hostname === "h" ? (object.metadata.labels ?? {}) : {})) yield violation(value);',
  },
  {
    says: "an entry of what TypeScript takes for an object without keys, with a default",
    minKubernetes: "1.33",
    body: 'const { [object.spec.hostname ?? "app"]: name = "none" } = { ...(object.metadata.labels ?? {}), ...{} }; yield violation(name);',
  },
  {
    says: "keys of an object that is put together, in the pairs of another one",
    minKubernetes: "1.37",
    body: 'for (const [key, value] of Object.entries({ ...object.spec.nodeSelector, a: "" })) { const { [""]: none = "-" } = Object.fromEntries(object.spec.containers.map(() => [key, ""] as const)); yield violation(none); if (value === "b") yield violation(key); }',
  },
  {
    says: "a parameter that is called `_`, read and not read",
    minKubernetes: "1.33",
    body: 'const args = object.spec.containers[0]?.args ?? []; const odd = args.filter((_, index) => index % 2 === 0); const pairs = args.map((_, __) => `${_}${__}`); yield violation(`${odd.join()} ${pairs.join()}`); for (const [_, value] of Object.entries(object.metadata.labels ?? {})) yield violation(value); for (const _ of object.spec.containers) if (_.name === "c") yield violation(_.name);',
  },
  {
    says: "an entry of no list, and a list in its place",
    body: "const names: string[] = [].concat([][2] ?? []); yield violation(`${deepEqual([], names)} ${names.length}`);",
  },
  {
    says: "a whole number of the object, or a number of a text",
    body: 'const [, group] = object.spec.securityContext?.supplementalGroups ?? [5, -1000000000000]; yield violation(`${group ?? parseNumber(object.metadata.name) ?? 5} ${(object.spec.securityContext?.supplementalGroups ?? [])[1] ?? (parseNumber(object.metadata.namespace ?? "") ?? 5)} ${(object.spec.containers[0]?.ports ?? []).map((port) => port.hostPort ?? 0)[0] ?? (parseNumber("1.5") ?? 5)}`);',
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
    says: "a text of the request with one of the object, in a list beside a text",
    body: 'yield violation(["", (request.userInfo?.username ?? "") + object.metadata.name].join(""));',
  },
];
