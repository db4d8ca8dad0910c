import type { Regression } from "./regression.js";

/** About verdicts, messages and names. */
export const ofMeanings: readonly Regression[] = [
  {
    says: "numbers are written with an exponent",
    body: "yield violation(`%d${1e21} ${1e6}`);",
  },
  {
    says: "numbers beyond 32 bits, with all their digits",
    body: "for (const group of object.spec.securityContext?.supplementalGroups ?? []) yield violation(`${group} ${object.metadata.generation ?? 3}`);",
  },
  {
    says: "positions beyond all texts and lists, which Gatekeeper reads as Go's float64",
    minKubernetes: "1.33",
    body: 'const at = object.metadata.generation ?? 0; const name = object.metadata.name ?? ""; yield violation(`<${name.substring(at)}> <${name.slice(0, -at)}> ${object.spec.containers.slice(at).length} ${object.spec.containers.slice(0, -at).length}`);',
  },
  {
    says: "a dry run is told apart from none",
    body: 'if (request.dryRun ?? true) yield violation("dry"); yield violation(object.metadata.name);',
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
    says: "a spread of a spread whose keys TypeScript forgets",
    minKubernetes: "1.33",
    body: 'const labels = { ...{ ...(object.metadata.labels ?? {}), ...{} }, app: object.metadata.name }; for (const [key, value] of Object.entries({ ...labels, ...{ team: "y" } })) yield violation(`${key}=${value} of ${labels.app}`);',
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
    says: "numbers of a part of a list",
    minKubernetes: "1.35",
    body: 'yield violation((object.spec.securityContext?.supplementalGroups ?? [7, 8]).slice(0, 1).join("-"));',
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
    says: "a list of texts and of what the object has, in an object",
    minKubernetes: "1.33",
    body: 'yield violation(`${matchesSelector({ matchExpressions: [{ key: "a", operator: "In", values: params.repos.concat(object.metadata.finalizers ?? []) }] }, object.spec.nodeSelector ?? {})}`); const [one, other] = [object.spec.nodeSelector?.["a"], object.metadata.namespace]; for (const [key] of Object.entries(Object.fromEntries(object.spec.containers.map(() => [one ?? "", ""] as const)))) yield violation(`${key} ${other ?? "-"}`);',
  },
  {
    says: "a line that begins with a negative number, below a reference",
    body: 'const n = object.metadata.generation ?? 0; if (object.spec.hostname !== undefined && -1 === n) yield violation("a"); if (-1 < n && object.spec.hostNetwork && -1 !== n) yield violation("b"); if (object.spec.hostname === "h" && -1 * n < 3 && -3 - n < -4) yield violation("c"); const flags = object.spec.containers.filter((c) => c.args !== undefined && -2 <= n); if (flags.length > 0 && (Number.isInteger(-1) || n > 4)) yield violation(`${flags.length}`);',
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
    says: "a flag that TypeScript takes for absent after `if (flag ?? true)`",
    body: 'for (const c of object.spec.containers) { const flag = c.securityContext?.privileged; const name = object.metadata.labels?.["app"]; if (flag ?? true) continue; if (c.securityContext?.runAsNonRoot ?? true) continue; yield violation(`${c.securityContext?.runAsNonRoot !== undefined}`); if (flag === undefined) yield violation("never"); if (name ?? "x") continue; if (flag === false && name === "") yield violation("empty"); if (object.metadata.labels?.["app"] !== undefined) yield violation("there"); } if (request.dryRun ?? true) return; yield violation(`${request.dryRun !== undefined} ${request.dryRun === undefined ? "none" : "some"}`);',
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
    says: "a parameter that is called `_`, read and not read",
    minKubernetes: "1.33",
    body: 'const args = object.spec.containers[0]?.args ?? []; const odd = args.filter((_, index) => index % 2 === 0); const pairs = args.map((_, __) => `${_}${__}`); yield violation(`${odd.join()} ${pairs.join()}`); for (const [_, value] of Object.entries(object.metadata.labels ?? {})) yield violation(value); for (const _ of object.spec.containers) if (_.name === "c") yield violation(_.name);',
  },
  {
    says: "turns that are counted over a list that is chosen, of which one is a flatMap",
    minKubernetes: "1.37",
    body: 'for (const [position, arg] of ((request.dryRun ?? true) ? ["a"] : object.spec.containers.flatMap((c) => c.args ?? [])).entries()) yield violation(`${position} ${arg}`);',
  },
  {
    says: "a keyword of Rego as the name of what a rule would be called after",
    module: "function* said(some: string): Generator<Violation> { yield violation(some); }",
    body: 'yield* said(""); yield* said((object.metadata.name ?? "").split("a")[1] ?? "");',
  },
  {
    says: "what a function finds, asked for and not read",
    module:
      'interface Tagged { readonly label: string; readonly note?: string | undefined } function found({ label, note: _ = "" }: Tagged): string | undefined { switch (label) { case "web": return ""; case "": return undefined; } }',
    body: 'for (const label of ["", "web", object.metadata.name]) { const one = found({ label, note: undefined }); if (one !== undefined) yield violation("found"); } const none = found({ label: "", note: undefined }); if (none !== undefined) yield violation("none");',
  },
  {
    says: "a field that a test spreads with no value, over one before it",
    body: 'const { hostname, nodeName } = object.spec; const all = { name: "none", node: "none", ...(object.metadata.labels !== undefined ? { name: hostname } : { node: nodeName }) }; yield violation(`${all.name ?? "-"} ${all.node ?? "-"}`);',
  },
  {
    says: "digits of numbers in a list that is turned round, or sorted",
    minKubernetes: "1.37",
    body: 'const groups = object.spec.securityContext?.supplementalGroups ?? []; yield violation(`${groups.toReversed().join("")} ${groups.toSorted((a, b) => b - a).join("")} ${[...new Set(groups)].join("")}`);',
  },
  {
    says: "a loop in a switch ends the check",
    body: 'switch (object.metadata.namespace ?? "") { case "n": break; default: for (const c of object.spec.containers) if (c.name === "c") return; } yield violation("went on");',
  },
  {
    says: "a list that a row of a table does not have, asked whether something is in it",
    minKubernetes: "1.37",
    body: 'const rules: { name: string; oneOf?: string[] }[] = [{ name: object.spec.hostname ?? "a" }, { name: "b", oneOf: ["h"] }]; for (const { name, oneOf } of rules) { if (!(oneOf?.includes("h") ?? false)) yield violation(name); if (oneOf?.some((one) => one === object.spec.hostname)) yield violation(`${name} is one`); }',
  },
  {
    says: "what TypeScript takes for asked behind a flag that is false",
    body: 'if ((request.dryRun ?? (oldObject?.metadata.generation !== 0))) return; yield violation((oldObject?.spec.hostname ?? ""));',
  },
  {
    says: "lists under a name in quotes, of which one has nothing for an element",
    body: 'for (const row of [{ "n s": [object.metadata.name] }, { "n s": [undefined, object.spec.hostname] }]) for (const name of row["n s"]) yield violation(name ?? "none");',
  },
  {
    says: "fields of the namespace, of which the API server's checker knows other types than ours, beside those of the object",
    body: 'yield violation(`${namespaceObject?.metadata.generation ?? object.metadata.generation ?? 0} ${namespaceObject?.metadata.uid ?? object.metadata.name} ${(namespaceObject?.metadata.finalizers ?? object.metadata.finalizers ?? []).join()}`); if (namespaceObject?.metadata.deletionTimestamp !== undefined || object.metadata.deletionTimestamp !== undefined) yield violation("goes"); const { generation = object.metadata.generation ?? 1 } = namespaceObject?.metadata ?? {}; if ([generation, object.metadata.generation ?? 0].includes(3)) yield violation("third");',
  },
];
