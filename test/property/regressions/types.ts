import type { Regression } from "./regression.js";

/** About types, as the checkers of OPA and CEL see them: lists, pairs, fallbacks, values of nothing. */
export const ofTypes: readonly Regression[] = [
  {
    says: "the least of two numbers of the request and of the namespace, whose types the API server knows",
    minKubernetes: "1.35",
    body: "yield violation(`<${Math.min((request.options?.gracePeriodSeconds ?? 5), (namespaceObject?.metadata.generation ?? 5))}>`);",
  },
  {
    says: "what is a text or a truth is compared with either",
    body: 'const modes: Record<string, string | boolean> = { a: true, b: "true", c: false, d: "" }; for (const { name } of object.spec.containers) { const mode = modes[name]; if (mode === true || mode === "true") yield violation(`${name} is on`); if (mode !== true) yield violation(`${name} is not`); if (mode === false) yield violation(`${name} is off`); }',
  },
  {
    says: "messages of an object and of the author stand in one list",
    body: `yield violation(object.spec.hostname ?? ""); yield violation("");`,
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
    says: "a position in a text that the object holds",
    body: "yield violation(object.metadata.name.slice(0, object.metadata.generation ?? 0)); yield violation(object.metadata.name.slice(object.metadata.generation ?? 1));",
  },
  {
    says: "a position in a list that the object holds",
    minKubernetes: "1.37",
    body: 'yield violation((object.spec.containers[0]?.args ?? []).slice(0, object.metadata.generation ?? 0).join("-"));',
  },
  {
    says: "a part of a list of the request beside the author's texts",
    minKubernetes: "1.33",
    body: 'yield violation(`${matchesSelector({ matchExpressions: [{ key: "", operator: "In", values: (object.metadata.finalizers ?? []).slice(0) }] }, {})}`);',
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
    says: "a flatMap that reads nothing of its turn",
    minKubernetes: "1.35",
    body: "for (const one of object.spec.containers.flatMap((c) => request.userInfo?.groups ?? [])) yield violation(`group ${one}`);",
  },
  {
    says: "a field that may be absent beside one that the author wrote",
    body: 'const entry: Entry = { label: "l", size: 1, ok: true, note: request.namespace }; yield violation(entry.note ?? "none");',
  },
  {
    says: "one of two texts of which CEL's checker knows only one",
    body: 'yield violation(["", (request.name ?? "").padEnd(3), request.name === "a" ? (request.name ?? "") : "x"].join("-"));',
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
    says: "an entry whose key makes no name",
    body: 'yield violation(params.known[""] ?? object.metadata.namespace ?? "none");',
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
    says: "sums of nothing, and of what CEL knows for doubles",
    minKubernetes: "1.35",
    module:
      "function weigh(flag: boolean): number { const counts: number[] = flag ? [] : []; return counts.reduce((sum, count) => sum + count * 10, 0); }",
    body: 'const entry: Entry = { label: "".repeat(0), size: (params.sizes ?? []).reduce((sum, size) => sum + size, 0), ok: true }; yield violation(`${entry.label}${entry.size}`); if (weigh(object.spec.hostNetwork ?? false) === 0) yield violation("light"); if ((object.metadata.finalizers ?? []).map((one) => one.indexOf("b") * 10).reduce((sum, one) => sum + one, 0) !== 0) yield violation("some");',
  },
  {
    says: "a text of the request in a pair, beside a text",
    minKubernetes: "1.33",
    body: 'const [none, operation] = [undefined, request.operation]; yield violation(["", operation ?? ""].join("")); yield violation(`${none === undefined}`);',
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
    says: "a part of an image that has a name, in the pairs of an object",
    minKubernetes: "1.33",
    body: 'const tag = imageTag(object.metadata.name); for (const [key, value] of Object.entries(Object.fromEntries(object.spec.containers.map(() => [tag ?? "", ""] as const)))) yield violation(`${key}${value}`); const pair = [tag, object.spec.hostname ?? ""]; yield violation(`${pair.length} ${pair.includes("h")}`);',
  },
  {
    says: "parameters that are not given, in chains and behind tests",
    body: 'if (params.sizes?.some((size) => size > 1)) yield violation("a"); if ((params.sizes?.find((size) => size > 1) ?? 0) > 1) yield violation("b"); if (params.sizes?.every((size) => size > 1)) yield violation("c"); if (params.sizes !== undefined && params.sizes.filter((size) => size > 1).length > 0) yield violation("d"); if (params.sizes) for (const size of params.sizes) yield violation(`${size}`); yield violation(params.sizes?.map((size) => `${size + 1}`).join(", ") ?? "none");',
  },
  {
    says: "keys of an object that is put together, in the pairs of another one",
    minKubernetes: "1.37",
    body: 'for (const [key, value] of Object.entries({ ...object.spec.nodeSelector, a: "" })) { const { [""]: none = "-" } = Object.fromEntries(object.spec.containers.map(() => [key, ""] as const)); yield violation(none); if (value === "b") yield violation(key); }',
  },
  {
    says: "a whole number of the object, or a number of a text",
    body: 'const [, group] = object.spec.securityContext?.supplementalGroups ?? [5, -1000000000000]; yield violation(`${group ?? parseNumber(object.metadata.name) ?? 5} ${(object.spec.securityContext?.supplementalGroups ?? [])[1] ?? (parseNumber(object.metadata.namespace ?? "") ?? 5)} ${(object.spec.containers[0]?.ports ?? []).map((port) => port.hostPort ?? 0)[0] ?? (parseNumber("1.5") ?? 5)}`);',
  },
  {
    says: "a text of the request with one of the object, in a list beside a text",
    body: 'yield violation(["", (request.userInfo?.username ?? "") + object.metadata.name].join(""));',
  },
  {
    says: "a key of an object that is computed, in a list with another text",
    minKubernetes: "1.37",
    body: 'const { [""]: label = "" } = object.metadata.labels ?? {}; for (const [key, name] of Object.entries(Object.fromEntries(object.spec.containers.map((c) => [label, c.name] as const)))) yield violation([key, "", name].join("+"));',
  },
  {
    says: "a part of a text that stands in a list beside what may be absent",
    minKubernetes: "1.33",
    module: 'function object2(x_1: PodSpec): [string, number | undefined] { return ["", [].at(0)]; }',
    body: "const [not, violations] = object2(object.spec); yield violation(not.slice(-1, 0));",
  },
  {
    says: "a truth of the request, or what is never there, behind a test for it",
    minKubernetes: "1.35",
    body: '{ const name = (true ? undefined : true); if (name !== undefined) { if ((request.dryRun ?? name)) yield violation("a");\nyield violation("b"); } } const flag: boolean = true; if (flag) yield violation(`${flag}`);',
  },
  {
    says: "what a function says that may say nothing, and always says true or false",
    minKubernetes: "1.35",
    module:
      'function selects(labels: { [key: string]: string }, keys: string[]): boolean | undefined { if (true) return (true ? matchesSelector({ matchLabels: Object.fromEntries(keys.map((key) => [key, ""] as const)) }, labels) : undefined); }\nfunction again(keys: string[]): boolean | undefined { return selects({}, keys); }',
    body: 'const selected = selects({}, (object.metadata.finalizers ?? ["x"])); if (selected !== undefined) yield violation(`${selected}`); if (again([]) !== undefined) yield violation("again"); if (!again(["y"])) yield violation("not");',
  },
  {
    says: "a truth that is always there, and what would stand in for it",
    body: 'const name = (true ? Number.isInteger(0) : undefined); if ((name ?? (name ?? true))) yield violation("whole"); const other = (object.metadata.name === "a" ? Number.isInteger(object.metadata.generation ?? 1) : undefined); if (other ?? (other ?? true)) yield violation("other");',
  },
  {
    says: "a choice by what is known, beside a number of a text",
    minKubernetes: "1.37",
    body: 'yield violation(`${((request.dryRun ?? true) ? (parseNumber("".trimStart()) ?? 0) : (Number.isInteger(0) ? 0 : (object.metadata.generation ?? 2)))}`);',
  },
  {
    says: "the last of a list, or else a position in another one",
    minKubernetes: "1.35",
    body: 'yield violation(String(((object.spec.securityContext?.supplementalGroups ?? []).findLast((count) => true) ?? (request.userInfo?.groups ?? []).indexOf("h"))));',
  },
  {
    says: "a whole number of a text, taken from a large one",
    body: 'for (const text of ["1.5", "15", object.metadata.name]) yield violation(`${2147483648 - (parseInteger(text) ?? 3)}`);',
  },
  {
    says: "annotations with one more, each value twice",
    minKubernetes: "1.37",
    body: 'for (const [key, value] of Object.entries({ ...object.metadata.annotations, "cpu": "" })) switch (value.repeat(2)) { case "": yield violation(key); break; default: }',
  },
  {
    says: "flags with one more, which is off",
    minKubernetes: "1.37",
    body: 'const flags = Object.fromEntries(Object.keys(object.metadata.labels ?? {}).map((key) => [key, true] as const)); for (const [key, value] of Object.entries({ ...flags, "app": false, "cpu": false })) if (!value) yield violation(key);',
  },
  {
    says: "the first of a list of one number, under a name that the loop has, too",
    minKubernetes: "1.37",
    body: 'if ((oldObject?.spec.containers ?? []).map((key) => (0)).find((int) => (request.dryRun === undefined))) yield violation("some"); if (object.spec.containers.map((key) => (1)).find((int) => (request.dryRun === undefined))) yield violation("one");',
  },
  {
    says: "what stands in for a variable that may be absent, beside a number",
    body: 'const value = object.spec.containers.find((c) => c.name === "a")?.image; if ([value ?? "", 0].some((x) => typeof x === "string" && x !== "")) yield violation(`${value ?? "none"} ${object.spec.containers.length}`);',
  },
  {
    says: "the first of a list that is taken apart within a pattern that has a default",
    body: "const groupOf = ({ spec: { securityContext: { supplementalGroups: [group = 7] = [] } = {} } }: Pod) => `${group}`; yield violation(groupOf(object)); const groups = [object].map(({ spec: { securityContext: { supplementalGroups: [group = 8] = [] } = {} } }) => `<${group}>`); yield violation(groups.join());",
  },
  {
    says: "rows of different types, of which the first part of one may be absent",
    minKubernetes: "1.33",
    body: 'for (const [key, msg] of [[(object.metadata.finalizers ?? []).at(-1), "a"], [1, "b"]] as const) if (key) yield violation(msg);',
  },
  {
    says: "a part of a record that a list has at a position, where it is an argument",
    module:
      "const saying = (names: readonly string[], text: string): string => names.map((name) => ({ name, text })).at(1)?.text ?? 'none'; function some(names: readonly string[], text: string): string { const made = names.filter((name) => name !== 'x').map((name) => ({ text, of: [name, text] })); return `${made[0]?.text ?? '-'} ${made.at(-1)?.of[1] ?? '-'}`; }",
    body: "yield violation(saying(object.metadata.finalizers ?? [], object.metadata.name)); for (const c of object.spec.containers) yield violation(`${saying(c.args ?? [], c.name)} ${some(c.args ?? [], c.name)}`);",
  },
  {
    says: "a part of a record that a list has at a position, where a variable was set before",
    minKubernetes: "1.35",
    body: 'let value: string = "a-b"; if (isCidr("")) { value = ""; } yield violation(((oldObject?.metadata.finalizers ?? []).map((input) => ({ name: "", says: value })).at(1)?.says ?? ""));',
  },
  {
    says: "texts that are joined, one of which is a choice with a part of an image",
    minKubernetes: "1.33",
    body: "for (const c of object.spec.containers) yield violation([c.name, c.args === undefined ? imageTag(c.image ?? 'x') : ''].join('')); yield violation(['a', object.spec.hostname === undefined ? '' : imageDigest(object.spec.hostname)].join('-'));",
  },
  {
    says: "numbers of lists in a list, joined after a slice",
    minKubernetes: "1.35",
    body: "const sizes = object.spec.containers.flatMap((c) => [1, (c.args ?? []).length, object.metadata.generation ?? 0]); yield violation(sizes.slice(0).join('')); yield violation((object.spec.securityContext?.supplementalGroups ?? []).flatMap((g) => [g]).slice(0).join(''));",
  },
  {
    says: "pairs of which one reads the request",
    body: 'for (const [a, b] of [["", ""], [request.userInfo?.username, ""]] as const) if (a) yield violation(b); for (const [a, b] of [["x", "one"], [request.userInfo?.username, "two"], [object.spec.hostname, "three"]] as const) if (a) yield violation(`${b} ${a}`);',
  },
  {
    says: "texts of parameters, each twice, joined",
    minKubernetes: "1.35",
    body: 'const name = params.repos.slice(1).map((repo) => repo.repeat(2)).join(""); for (const c of object.spec.containers) yield violation(`${name} ${(c.args ?? []).map((arg) => arg.repeat(3)).join(",")} ${(object.metadata.finalizers ?? []).slice(1).map((text) => text.repeat(2)).join("")}`);',
  },
  {
    says: "elements, and fields of rows, that are all there whatever their type says",
    body: 'const sizes: (number | undefined)[] = [object.spec.containers.length - 1, 5]; for (const size of sizes) if (size === undefined) yield violation("absent"); else yield violation(`${size}`); const names: (string | undefined)[] = object.spec.containers.map((c) => `${c.name}x`); for (const name of new Set(names)) yield violation(name ?? "none"); const rows: { n: number | undefined }[] = [{ n: sizes.length }]; for (const { n } of rows) if (n !== undefined) yield violation(`row ${n}`);',
  },
  {
    says: "values of a map that are all there whatever their type says",
    body: 'const sizes: Record<string, number | undefined> = { a: object.spec.containers.length }; for (const [key, size] of Object.entries(sizes)) if (size === undefined) yield violation("none"); else yield violation(`${key} ${size}`);',
  },
  {
    says: "what gives nothing whichever way it goes, compared with a truth",
    module:
      "function all(names: string[]): boolean | undefined { if (names.find((name) => true)) return undefined; return (true ? undefined : true); }",
    body: 'for (const c of object.spec.containers) if (all([])) yield violation("all"); else yield violation(c.name);',
  },
  {
    says: "a part of a list that is empty, each of its texts twice",
    minKubernetes: "1.35",
    body: 'const words = (params.list ?? []).slice(1); yield violation(`${words.map((word) => word.repeat(2)).join("")} ${words.map((word) => word.slice(1) + word).join("")}!`);',
  },
  {
    says: "objects beside nothing in one list",
    body: 'const rows: ({ n: string } | undefined)[] = [undefined, { n: object.metadata.name }, { n: "b" }]; for (const row of rows) yield violation(row?.n ?? "nothing"); const sizes: ({ n: number } | undefined)[] = [{ n: object.spec.containers.length }, undefined]; for (const size of sizes) if (size !== undefined) yield violation(`${size.n}`);',
  },
  {
    says: "the smallest of a number and of those that the object has, beside a text",
    minKubernetes: "1.35",
    body: 'const rows: readonly (readonly [string, number])[] = [["least", Math.min(3, ...(object.spec.securityContext?.supplementalGroups ?? []))], ["none", 0]]; for (const [says, size] of rows) yield violation(`${says} ${size}`); yield violation(`${Math.max(1, ...object.spec.containers.map((c) => (c.args ?? []).length)) + 1}`);',
  },
];
