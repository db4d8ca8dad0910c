import type { Construct } from "./construct.js";

const names = "const names = object.spec.containers.map((c) => c.name);";

export const lists: readonly Construct[] = [
  {
    says: "a position that the function has no use for, where the engines have none",
    body: `object.spec.containers.forEach((c, _i) => { if (c.image === undefined) return; }); const bad = object.spec.containers.filter((c, _index) => c.image === undefined || (c.ports ?? []).some((port, _index) => port.hostPort !== undefined)).map((c, _at, _all) => c.name); for (const name of bad) yield violation(name); if (Object.keys(object.metadata.labels ?? {}).some((key, _i) => key === "a")) yield violation("a");`,
  },
  {
    says: "a long value is asked about and said, in words, alone, by position and in a loop in a loop",
    module: `function kindOf(c: Container): string { const image = c.image ?? ""; const [name = "", tag] = image.split(":"); if (image === "") return ""; return tag === undefined ? \`bare \${name}\` : tag === "1" ? \`one \${name}\` : tag; }`,
    body: `for (const c of object.spec.containers) { const kind = kindOf(c); if (kind !== "" && kind !== "latest") yield violation(\`\${c.name} is \${kind}\`); } for (const c of object.spec.containers) { const kind = kindOf(c); if (kind !== "") yield violation(kind); } for (const c of object.spec.containers) for (const p of c.ports ?? []) { const kind = kindOf(c); const name = p.name ?? kind; if (name !== "web") yield violation(\`port \${p.containerPort} \${name} \${kind}\`); }`,
  },
  {
    says: "a list stands where one is declared whose elements may be absent: given, returned, chosen, as a default, in an object",
    module: `
const missing = (texts: readonly (string | undefined)[] = [undefined]): number => texts.filter((text) => text === undefined).length;
const firstOr = (texts: readonly (string | undefined)[], other: string): string => { for (const text of texts) if (text !== undefined) return text; return other; };
function parts(c: Container): (string | undefined)[] { if (c.image === undefined) return [c.name, c.image]; return c.args ?? []; }
function bare(c: Container) { if (c.image === undefined) return [c.name, c.image]; return c.args ?? []; }
const said = (texts: readonly (string | undefined)[]): string => texts.map((text) => text ?? "-").join("|");`,
    body: `
const names = object.spec.containers.map((c) => c.name);
const images = object.spec.containers.map((c) => c.image);
yield violation(\`\${missing(names)} \${missing(images)} \${missing()} \${firstOr(names, "x")} \${firstOr(images, "y")}\`);
for (const c of object.spec.containers) {
  const [first, second] = c.image === undefined ? [c.name, c.image] : c.image.split(":");
  const { command = [c.image] } = c;
  yield violation(\`\${c.name} \${said(parts(c))} \${said(bare(c))} \${missing(c.args)} \${missing(c.args ?? c.command)} \${said(c.args ?? [undefined])} \${said(command)} \${first ?? "?"} \${second ?? "?"}\`);
  for (const { says, texts } of [{ says: "args", texts: c.args ?? [] }, { says: "image", texts: [c.image] }]) if (texts.every((text) => text !== undefined)) yield violation(says);
}
const some: readonly (Container | undefined)[] = (object.spec.initContainers ?? []).length === 0 ? [undefined] : (object.spec.initContainers ?? []);
for (const c of some) yield violation(c === undefined ? "no container" : \`init \${c.name}\`);
const either: (string | undefined)[] = object.spec.initContainers?.map((c) => c.name) ?? images;
yield violation(said(either));
const kept: { texts: (string | undefined)[] } = object.spec.hostNetwork ? { texts: names } : { texts: images };
if (kept.texts.some((text) => text === undefined)) yield violation("kept");
for (const texts of [names, images]) yield violation(said(texts));
if ((object.spec.hostPID ? names : images).includes(undefined)) yield violation("one is absent");`,
    minKubernetes: "1.35",
  },
  {
    says: "a list with a name, of numbers, flags and what is either, each of which may be absent, is computed with and said",
    body: `
const all = object.spec.containers;
const users = all.map((c) => c.securityContext?.runAsUser);
const flags = all.map((c) => c.tty);
const ports = all.map((c) => c.livenessProbe?.httpGet?.port);
for (const user of users) if (user !== undefined && user * 2 > 1) yield violation(\`\${user + 1} \${Math.max(user, 2)} \${-user} \${user / 2 > 3} \${user % 2} \${[1, 2].includes(user)}\`);
for (const flag of flags) if (flag !== undefined) yield violation(\`\${flag}\`);
for (const port of ports) if (port !== undefined) yield violation(\`\${port} \${typeof port === "number" ? port + 1 : port}\`);
const numbers = (object.metadata.labels?.["sizes"] ?? "1.22.x.-3").split(".").map((text) => parseInteger(text));
const whole = numbers.filter((number) => number !== undefined);
for (const number of numbers) if (number !== undefined && number % 2 === 0) yield violation(\`\${number} is even\`);
yield violation(\`\${whole.filter((number) => number % 2 !== 0).join("/")} of \${numbers.map((number) => number ?? 0).join()} \${users.length} \${flags.length} \${ports.length}\`);`,
  },
  {
    says: "what is always there stands in a list beside what need not be",
    body: `const name = object.metadata.name; const all = [object.metadata.labels?.["app"], ...["a", "b"].filter((one) => one !== name)]; yield violation(\`\${all[0] ?? "none"} \${all[1] ?? "none"} \${all.at(-1) ?? "none"} \${all.length}\`); for (const one of all) { if (one === undefined) yield violation("absent"); else yield violation(one); } const users = [object.spec.securityContext?.runAsUser, ...[1, 2].filter((n) => n > object.spec.containers.length)]; if (users.some((user) => user === undefined)) yield violation("nobody"); if (users.some((user) => user === 2)) yield violation("two"); const more = [...object.spec.containers.map((c) => c.image), ...object.spec.containers.map((c) => c.name), object.metadata.namespace]; for (const text of more) if (text !== undefined) yield violation(\`more \${text}\`);`,
  },
  {
    says: "a list is put together for a loop that says several things, beside others of its name",
    module: "function names(pod: Pod): string[] { return pod.spec.containers.map((c) => c.name); }",
    body: `const containers = object.spec.initContainers ?? []; for (const container of [...object.spec.containers, ...containers]) { if (container.image === undefined) yield violation(\`\${container.name} has no image\`); for (const name of [object.metadata.name, ...names(object)]) { if (name === container.name) yield violation(\`\${name} twice\`); if (container.image?.includes(name)) yield violation(\`\${name} in \${container.image}\`); } } for (const name of [object.metadata.namespace, object.metadata.labels?.["app"], ...names(object)]) { if (name === undefined) yield violation("no name"); else if (name.startsWith("a")) yield violation(\`\${name} \${containers.length}\`); }`,
  },
  {
    says: "whether a set is smaller than its list, and how much is left of a list",
    body: "const pulls = object.spec.containers.map((c) => c.imagePullPolicy ?? 'none'); if (new Set(pulls).size !== pulls.length) yield violation('twice'); if (new Set(pulls).size === pulls.length) yield violation('once'); const paths = object.spec.containers.flatMap((c) => (c.volumeMounts ?? []).map((m) => m.mountPath.startsWith('/'))); if (paths.length > new Set(paths).size) yield violation('paths'); const [first, ...rest] = pulls; if (rest.length > 0) yield violation(`${first ?? ''} and ${rest.length} more`); if (pulls.slice(2).length === 0) yield violation('no third');",
  },
  {
    says: "whether a set has anything",
    body: `const seen = new Set<string>(); for (const c of object.spec.containers) if (c.imagePullPolicy) seen.add(c.imagePullPolicy); if (seen.size > 0) yield violation("seen"); if (!(seen.size >= 1) && !object.spec.hostNetwork) yield violation("unseen"); const names = object.spec.hostNetwork ? new Set(object.spec.containers.map((c) => c.name)) : new Set((object.spec.initContainers ?? []).map((c) => c.name)); if (!names.size) yield violation("no names"); for (const c of object.spec.containers) { const args = new Set((c.ports ?? []).map((p) => p.containerPort)); if (args.size !== 0 && !args.has(443)) yield violation(c.name); if (args.size === 0) yield violation(\`\${c.name} has none\`); }`,
  },
  {
    says: "the first of lists that are put together, and whether one is found",
    body: "const ports = object.spec.containers.flatMap((c) => c.ports ?? []); const first = ports[0]; if (first) yield violation(`first ${first.containerPort}`); const high = ports.find((p) => p.containerPort > 100); yield violation(high === undefined ? 'none' : `${high.containerPort}`); if (object.spec.containers.find((c) => c.image === undefined) !== undefined) yield violation('no image'); if (!object.spec.containers.find((c) => c.name === 'a')) yield violation('no a'); const deep = object.spec.containers.flatMap((c) => (c.volumeMounts ?? []).flatMap((m) => (m.readOnly ? [m.name] : []))).at(0); yield violation(deep ?? 'no mount');",
  },
  {
    says: "an element that finds several is in the list once",
    body: `const all = object.spec.containers; const named = all.filter((c) => all.some((d) => d.name !== "q" && d.name !== c.name)); yield violation(\`\${named.length} \${named.map((c) => c.name).join()} \${all.filter((c) => (c.ports ?? []).some((port) => port.containerPort > 0)).length} \${all.filter((c) => !(c.ports ?? []).every((port) => port.containerPort < 0)).map((c) => c.name).join()}\`);`,
  },
  {
    says: "a pair of what may be absent is taken apart and tested",
    body: `for (const c of object.spec.containers) for (const key of ["cpu", "memory"]) { const [limit, request] = [c.resources?.limits?.[key], c.resources?.requests?.[key]]; if (limit && !request) yield violation(\`\${c.name} \${limit}\`); if (!limit) yield violation(\`\${c.name} no \${key}\`); const pair = [limit, request]; if (pair[0] === undefined && pair[1] !== undefined) yield violation(\`\${pair[1]}\`); }`,
  },
  {
    says: "a position by a name, or of a list that may be absent, of which it is asked whether it is one",
    body: `const at = object.spec.containers.findIndex((c) => c.image === undefined); if (at !== -1) yield violation("no image"); if (at < 0) yield violation("all have images");
    const probed = object.spec.volumes?.findIndex((v) => v.name.length > 1) ?? -1; if (probed === -1) yield violation("no volume");
    if ((object.spec.initContainers?.findIndex((c) => c.name === "a") ?? -1) >= 0) yield violation("a");
    for (const c of object.spec.containers) { const slash = (c.image ?? "").indexOf("/"); if (slash === -1) continue; const args = (c.args ?? []).indexOf("x"); if (args > -1) yield violation(\`\${c.name} x\`); yield violation(c.name); }`,
  },
  {
    says: "findIndex and indexOf give -1 where nothing is found",
    body: `${names} yield violation(\`\${names.indexOf("b")} \${names.findIndex((n) => n > "a")} \${names.indexOf("zz")}\`);`,
    minKubernetes: "1.33",
  },
  {
    says: "findLast and at count from the end",
    body: `${names} yield violation(names.findLast((n) => n !== "b") ?? "-"); yield violation(names.at(-1) ?? "-"); yield violation(names.at(-2) ?? "-"); yield violation(names.at(1) ?? "-");`,
  },
  {
    says: "a field of what is found last",
    body: "const image = object.spec.containers.findLast((c) => c.image !== undefined)?.image ?? 'none'; yield violation(`image ${image}`); for (const c of object.spec.containers) { const port = (c.ports ?? []).at(-1)?.containerPort ?? 0; const host = (c.ports ?? []).findLast(({ hostPort }) => hostPort !== undefined)?.hostPort; yield violation(`${c.name} ${port} ${host ?? 'none'}`); }",
  },
  {
    says: "a field of what is found last among records that are made in place",
    body: "for (const c of object.spec.containers) { const flags = (c.image ?? '').split('/').map((text) => ({ name: text.split(':')[0] ?? '', value: text.split(':')[1] ?? 'none' })); yield violation(flags.findLast((flag) => flag.name.startsWith('n'))?.value ?? 'nothing'); yield violation(flags.filter((flag) => flag.name !== '').at(-1)?.name ?? '-'); if (flags.findLast((flag) => flag.name === 'nginx')?.value === 'none') yield violation('no tag'); }",
  },
  {
    says: "a field of what one of two lists has last, and of its last part",
    module:
      "interface Part { readonly name: string; readonly tags: readonly string[]; readonly by: { readonly [key: string]: string } } function lastOf(parts: readonly Part[], name: string): Part | undefined { return parts.findLast((part) => part.name !== name); }",
    body: "for (const c of object.spec.containers) { const parts = (c.image ?? '').split('/').map((text): Part => ({ name: text, tags: text.split(':'), by: { name: text } })); const last = c.ports === undefined ? lastOf(parts, 'a') : lastOf(parts, 'b'); yield violation(`${last?.name ?? '-'} ${last?.tags.at(-1) ?? '-'} ${last?.tags[1] ?? '-'} ${last?.by['name'] ?? '-'}`); yield violation(`${(c.ports === undefined ? lastOf(parts, 'a') : undefined)?.name ?? 'no'} ${lastOf(parts, 'c')?.tags[0] ?? 'no'} ${lastOf(parts, 'c')?.by['x'] ?? 'no'}`); }",
  },
  {
    says: "flatMap that keeps or drops is a filter",
    body: `const images = object.spec.containers.flatMap((c) => (c.image ? [c.image] : [])); const bare = object.spec.containers.flatMap((c) => { if (c.image === undefined) return [c.name]; return []; }); const two = object.spec.containers.flatMap((c) => (c.image === undefined ? [] : c.image.includes("/") ? [c.image] : [])); yield violation(\`\${images[0] ?? "-"} \${bare.length} \${two.at(-1) ?? "-"} \${images.join("|")}\`);`,
  },
  {
    says: "reduce that adds a list, or one element, by concat",
    body: `const ports = object.spec.containers.reduce<{ containerPort: number }[]>((all, c) => all.concat(c.ports ?? []), []); yield violation(\`\${ports.length}: \${ports.map((p) => p.containerPort).join()}\`); const names = object.spec.containers.reduce<string[]>((all, { name, image }) => (image ? all.concat(name) : all), ["first"]); yield violation(names.join()); const both = object.spec.containers.reduce((all: string[], c) => all.concat([c.name, c.image ?? "none"]), []); yield violation(both.join("+"));`,
  },
  {
    says: "a flatMap of a record that may be absent, with nothing in its place",
    module: `const unpinned = (c: Container): { name: string; image: string } | undefined => (c.image?.includes(":") ? undefined : { name: c.name, image: c.image ?? "none" });`,
    body: `const contexts = object.spec.containers.flatMap((c) => c.securityContext ?? []); yield violation(\`\${contexts.length} contexts\`); const found = object.spec.containers.flatMap((c) => unpinned(c) ?? []); for (const { name, image } of found) if (found.filter((one) => one.image === image).length > 0) yield violation(\`\${name} \${image}\`); const opened = object.spec.containers.flatMap((c) => c.ports?.find((p) => p.hostPort) ?? []); yield violation(\`\${opened.map((p) => p.containerPort).join()} of \${opened.length}\`); const names = object.spec.containers.flatMap((c) => (c.image ? c.name : undefined) ?? []); if (names.length > 0) yield violation(names.join());`,
  },
  {
    says: "a flatMap is filtered, mapped, counted and joined list by list",
    body: `const ports = object.spec.containers.flatMap((c) => c.ports ?? []); const low = ports.filter((p) => p.containerPort < 1024).map((p) => p.containerPort); if (low.length > 0) yield violation(\`low: \${low.join(", ")} of \${ports.length}\`); if (low.includes(80) || new Set(low).has(443)) yield violation("web"); const all = new Set(ports.map((p) => p.containerPort)); if (all.has(443)) yield violation("TLS"); if (ports.every((p) => p.hostPort === undefined)) yield violation("none on the host"); for (const port of low) yield violation(\`\${port}\`);`,
  },
  {
    says: "a flatMap of objects, some fields of which may be absent",
    body: `const env = object.spec.containers.flatMap((c) => (c.env ?? []).map((e) => ({ of: c.name, name: e.name, value: e.value ?? "", secret: e.valueFrom?.secretKeyRef?.name }))); const plain = env.filter(({ secret, value }) => secret === undefined && value !== ""); if (plain.length > 0) yield violation(plain.map(({ of, name }) => \`\${of}.\${name}\`).join(", ")); for (const { of, secret } of env) if (secret !== undefined) yield violation(\`\${of} reads \${secret}\`); if (env.every(({ value }) => value === "")) yield violation("nothing plain");`,
  },
  {
    says: "a flatMap of a flatMap, in a helper with constants",
    module: `const namesOf = (pod: Pod): string[] => { const mounts = [...(pod.spec.initContainers ?? []), ...pod.spec.containers].flatMap((c) => (c.volumeMounts ?? []).flatMap((m) => [m.name, m.mountPath])); return mounts.filter((text) => text !== ""); };`,
    body: `const names = namesOf(object); if (names.some((name) => name.startsWith("/"))) yield violation(\`\${names.length}: \${names.join()}\`); else yield violation("none");`,
  },
  {
    says: "flat and flatMap flatten one level",
    body: `const ports = object.spec.containers.map((c) => c.ports ?? []).flat(); for (const p of ports) yield violation(\`\${p.containerPort}\`); const all = object.spec.containers.flatMap((c) => [c.name, c.image ?? "-"]); yield violation(all.join());`,
  },
  {
    says: "a position that is known to be before the first",
    body: `const all = (object.spec.initContainers ?? []).flatMap((c) => c.env ?? []); const none = all[all.findIndex(() => false)]; if (none) yield violation(none.name); else yield violation("none");`,
    minKubernetes: "1.35",
  },
  {
    says: "a list of lists beside one of what was found and is there, flattened",
    body: `const cs = object.spec.containers; const all = [[object.spec.initContainers ?? [], cs].flat(), [cs.find((c) => c.image !== undefined)].filter((c) => c !== undefined)].flat(); for (const c of all) yield violation(c.name); yield violation(\`\${all.length}\`);`,
    minKubernetes: "1.35",
  },
  {
    says: "reduce sums, takes the extreme, and asks",
    body: `const cs = object.spec.containers; const sum = cs.reduce((n, c) => n + (c.ports ?? []).length, 0); const most = cs.reduce((n, c) => Math.max(n, c.name.length), 0); const any = cs.reduce((yes, c) => yes || c.image === undefined, false); const marked = cs.reduce((n, c) => c.securityContext ? n + 1 : n, 10); yield violation(\`\${sum} \${most} \${marked}\`); if (any) yield violation("any");`,
  },
  {
    says: "reduce joins text and collects",
    body: `const joined = object.spec.containers.reduce((all, c) => all + c.name, ">"); const listed = object.spec.containers.reduce((all: string[], c) => [...all, c.name], ["first"]); yield violation(joined); yield violation(listed.join());`,
  },
  {
    says: "each value once, in order",
    body: `const words = [...new Set(["x", ...object.spec.containers.map((c) => c.name), "x"])]; yield violation(words.join("-")); yield violation(\`\${new Set(words).size}\`);`,
    minKubernetes: "1.35",
  },
  {
    says: "sorted text",
    body: `yield violation(sorted(Object.keys(object.metadata.labels ?? {})).join()); yield violation(sorted(object.spec.containers.map((c) => c.image ?? "")).join());`,
    minKubernetes: "1.35",
  },
  {
    says: "filter(Boolean) drops what is empty",
    body: `const images = object.spec.containers.map((c) => c.image ?? "").filter(Boolean); yield violation(images.join());`,
  },
  {
    says: "numbers join as template literals print them",
    body: `yield violation(object.spec.containers.flatMap((c) => c.ports ?? []).map((p) => p.containerPort).join("/"));`,
  },
  {
    says: "a pattern takes the head and the rest",
    body: `${names} const [first = "none", ...rest] = names; yield violation(\`\${first} then \${rest.length}\`); for (const r of rest) yield violation(r);`,
    minKubernetes: "1.35",
  },
  {
    says: "slices of lists",
    body: `${names} yield violation(names.slice(0, 1).join()); yield violation(names.slice(-1).join()); yield violation(names.slice(1, 9).join());`,
    minKubernetes: "1.35",
  },
  {
    says: "a loop over a set",
    body: `for (const n of new Set(["q", ...object.spec.containers.map((c) => c.name)])) yield violation(n);`,
  },
  {
    says: "some and every nest",
    body: `if (object.spec.containers.some((c) => (c.ports ?? []).some((p) => p.hostPort !== undefined && p.hostPort < 1000))) yield violation("host port"); if (object.spec.containers.every((c) => (c.ports ?? []).every((p) => p.hostPort === undefined))) yield violation("none");`,
  },
  {
    says: "a list grows with what holds",
    body: "const known = [...from(1, ['a'], params.at), ...from(9, ['b'], params.at), ...(object.spec.hostNetwork ? ['c'] : []), 'd']; for (const c of object.spec.containers) if (!known.includes(c.name)) yield violation(`${c.name}: ${known.join(' ')}`);",
    module:
      "function from(least: number, names: string[], at: number): string[] { return at >= least ? names : []; }",
    paramsType: "interface Params { at: number }",
    params: { at: 5 },
  },
  {
    says: "what Boolean keeps is there, and callbacks see their list",
    minKubernetes: "1.35",
    body: `const xs = object.spec.containers.map((c) => c.image).filter(Boolean); yield violation(xs.join(" ")); const ys = object.spec.containers.flatMap((c) => c.ports ?? []).map((p) => p.hostPort).filter((p) => p !== undefined); if (Math.max(0, ...ys) > 1000) yield violation("big"); if (object.spec.containers.map((c) => c.name).every((n, i, all) => all.indexOf(n) === i)) yield violation("unique");`,
  },
  {
    says: "lists of constants are computed when the policy is built",
    minKubernetes: "1.33",
    module: `const words = ["pass", "token"].map((w) => w.toUpperCase()); const prefixes = ["a", "b"].map((p) => \`\${p}-\`); const table = Object.fromEntries(["a", "web"].map((n) => [n, \`reg/\${n}\`]));`,
    body: `for (const c of object.spec.containers) for (const e of c.env ?? []) if (words.some((w) => e.name.includes(w)) || prefixes.some((p) => e.name.startsWith(p))) yield violation(\`\${c.name} \${e.name}\`); for (const c of object.spec.containers) if (table[c.name] !== undefined && c.image !== table[c.name]) yield violation(c.name);`,
  },
  {
    says: "positions that a function is given are whole where what is given is",
    minKubernetes: "1.36",
    module: `const last = <T>(xs: readonly T[]): T | undefined => xs[xs.length - 1]; const zip = <A, B>(a: readonly A[], b: readonly B[]) => a.map((x, i) => [x, b[i]] as const); const take = <T>(xs: readonly T[], n: number) => xs.slice(0, n);`,
    body: `const names = object.spec.containers.map((c) => c.name); yield violation(last(names) ?? "none"); const inits = (object.spec.initContainers ?? []).map((c) => c.name); for (const [a, b] of zip(names, inits)) if (b !== undefined && a !== b) yield violation(\`\${a}/\${b}\`); yield violation(take(names, 2).join("+")); const prev = names.map((n, i) => (i === 0 ? "" : (names[i - 1] ?? ""))); if (prev.some((p, i) => p !== "" && p === names[i])) yield violation("twice");`,
  },
  {
    says: "elements that are there where a test holds",
    body: `const said = [...(object.spec.hostNetwork ? ["network"] : []), ...(object.spec.containers.some((c) => c.image) ? [object.metadata.name] : []), "end", ...(object.metadata.labels?.["app"] ? ["app"] : [])]; yield violation(said.join()); const seen = new Set(object.spec.containers.flatMap((c) => c.args ?? [])); if (seen.has("a")) yield violation("a"); const names = new Set(object.spec.containers.map((c) => c.name)); if (!names.has("web")) yield violation("no web");`,
  },
  {
    says: "a list of choices that is filtered for what is there",
    module: `const tagOf = (image: string): string | undefined => image.split(":")[1];`,
    body: `const s = object.spec; const flags = [s.hostNetwork ? "network" : undefined, s.hostPID === true ? "pid" : undefined, s.hostname, s.hostIPC ? undefined : \`no ipc of \${object.metadata.name}\`].filter((x) => x !== undefined); yield violation(flags.join(", ")); const said = [s.hostNetwork === true && "network", !s.serviceAccountName && "account", "always", s.containers.length > 1 && \`\${s.containers.length} containers\`].filter((x) => typeof x === "string"); if (said.length > 1) yield violation(said.join("; ")); for (const c of s.containers) { const lacks = [c.image ? "" : "image", c.command === undefined ? "command" : ""].filter((x) => x !== ""); if (lacks.length > 0) yield violation(\`\${c.name} lacks \${lacks.join(" and ")}\`); if (!tagOf(c.image ?? "")) yield violation(\`\${c.name} has no tag\`); }`,
  },
  {
    says: "ends of a list that was made just here, and extremes behind a test of its length",
    minKubernetes: "1.33",
    body: `for (const c of object.spec.containers) { const image = c.image ?? ""; yield violation(\`\${image.split(":").pop() ?? "-"} \${image.split("/").shift() ?? "-"} \${c.image?.split(":").pop() ?? "none"} \${(c.args ?? []).slice(1).pop() ?? "-"}\`); const ports = (c.ports ?? []).map((p) => p.containerPort); if (ports.length > 0 && Math.max(...ports) > 100) yield violation("high"); const least = ports.length ? Math.min(...ports) : undefined; if (least !== undefined) yield violation(\`least \${least}\`); if (!ports.length) continue; yield violation(\`up to \${Math.max(...ports.map((p) => p + 1))}\`); }`,
  },
  {
    says: "numbers in their order",
    minKubernetes: "1.35",
    body: `const ports = object.spec.containers.flatMap((c) => (c.ports ?? []).map((p) => p.containerPort)).sort((a, b) => a - b); yield violation(\`\${ports.join(",")} \${ports[0] ?? "none"} \${ports.at(-1) ?? "none"}\`); const halves = [...ports.map((p) => p / 2), 3, 80.5].toSorted((one, other) => one - other); if ((halves[0] ?? 0) >= 3) yield violation("three"); yield violation([10, 9, 1].toSorted((a, b) => a - b).join());`,
  },
  {
    says: "no list or an empty one, or else another",
    minKubernetes: "1.35",
    body: `for (const x of ((object.spec.hostNetwork ? [] : undefined) ?? sorted(Object.keys(object.metadata.labels ?? {})))) yield violation(x);`,
  },
  {
    says: "flatMap and concat of what is a list or an element",
    module: `const table = [{ id: "a", of: (s: string) => (s === "a" ? s : ["x", s]) }];`,
    body: `const paths = (object.spec.volumes ?? []).flatMap((v) => v.hostPath?.path ?? []); yield violation(\`\${paths.length} \${paths.join()}\`); for (const one of object.spec.containers.flatMap((c) => (c.image === undefined ? c.name : (c.args ?? [])))) yield violation(one); yield violation(["a"].concat(object.spec.hostname ?? []).join("|")); yield violation(table.flatMap((row) => row.of(object.metadata.name)).join("+"));`,
  },
  {
    says: "a reduce to an object, a field after the other",
    minKubernetes: "1.35",
    module: `const summary = (cs: readonly Container[]) => cs.reduce((all, c) => ({ total: all.total + (c.ports ?? []).length, open: [...all.open, ...(c.ports ?? []).map((p) => \`\${c.name}:\${p.containerPort}\`)], most: Math.max(all.most, (c.env ?? []).length), root: all.root || c.securityContext?.runAsUser === 0 }), { total: 1, open: ["first"], most: 0, root: false }); const split = (cs: readonly Container[]) => cs.reduce<{ tagged: string[]; bare: string[]; n: number }>((all, c) => (c.image?.includes(":") ? { ...all, tagged: [...all.tagged, c.name] } : { ...all, bare: [...all.bare, c.name], n: all.n + 1 }), { tagged: [], bare: [], n: 0 });`,
    body: `const { total, open, most, root } = summary(object.spec.containers); yield violation(\`\${total} \${open.join()} \${most} \${root}\`); const { tagged, bare, n } = split(object.spec.containers); yield violation(\`\${tagged.join()} / \${bare.join()} \${n}\`); const { count, names } = object.spec.containers.reduce(({ count, names }, c, i) => { return { names, count: i > 0 ? count + 1 : count }; }, { count: 0, names: "all" }); yield violation(\`\${names} \${count}\`);`,
  },
  {
    says: "a join of what may be absent has nothing in its place",
    body: `const images = object.spec.containers.map((c) => c.image); yield violation(images.join("|")); const named = object.spec.containers.map((c) => c.image).filter((image) => image !== undefined && !image.includes("reg")); if (named.length > 0) yield violation(\`not ours: \${named.join(", ")}\`); yield violation(object.spec.containers.map((c) => c.ports?.[0]?.containerPort).join());`,
  },
  {
    says: "one name in several loops, one inside of the other",
    body: `const all = object.spec.containers.map((c) => c.name).join(" "); const pairs = object.spec.containers.flatMap((c) => (c.args ?? [c.name]).flatMap((arg) => object.spec.containers.filter((c) => c.name !== arg).map((c) => arg + c.name))); yield violation(all + " " + pairs.join(",")); if (object.spec.containers.every((c) => c.image !== "b") && object.spec.containers.every((c) => c.name !== "zz")) yield violation("none");`,
  },
  {
    says: "a loop over one entry",
    body: `for (const c of [object.spec.containers[0]]) { if (c !== undefined) yield violation(c.name); } const rights = [{ verb: "get", on: ["pods"] }] as const; for (const one of rights) for (const on of one.on) yield violation(one.verb + on + object.metadata.name); for (const [i, name] of ["a"].entries()) if (object.metadata.name !== name) yield violation(name + String(i));`,
  },
  {
    says: "texts in order",
    body: `const names = object.spec.containers.map((c) => c.name); yield violation(names.toSorted().join()); yield violation(object.spec.containers.map((c) => c.name).sort().join("|")); const labels = Object.entries(object.metadata.labels ?? {}).map(([key, value]) => \`\${key}=\${value}\`).sort(); yield violation(labels.join(", ")); const first = Object.keys(object.metadata.labels ?? {}).sort()[0]; if (first !== undefined) yield violation(first); for (const image of object.spec.containers.map((c) => c.image ?? "").toSorted()) yield violation(image); if ([...new Set(names)].sort().at(-1) === "c") yield violation("c");`,
    minKubernetes: "1.35",
  },
  {
    says: "reduce with constants and ways that keep the sum",
    module: `const units = { a: 1, b: 60 } as const; const isUnit = (u: string): u is keyof typeof units => u in units;`,
    body: `const weighed = object.spec.containers.reduce((all, c) => { const name = c.name; const ports = (c.ports ?? []).length; if (!isUnit(name)) return all; return all + units[name] * (ports + 1); }, 0); const images = object.spec.containers.reduce<string[]>((all, c) => { const image = c.image; if (image !== undefined && image.includes("/")) { return [...all, image]; } return all; }, []); const most = object.spec.containers.reduce((all, c) => { const ports = (c.ports ?? []).length; return ports > 1 ? Math.max(all, ports) : all; }, 0); const open = object.spec.containers.reduce((all, c) => { const name = c.name; return all || isUnit(name); }, false); yield violation(\`\${weighed} \${images.join()} \${most} \${open}\`);`,
    minKubernetes: "1.35",
  },
  {
    says: "reduce of turns that take something apart, and that add several",
    minKubernetes: "1.33",
    body: `const parts = object.spec.containers.reduce((sum, c) => { const [host = "", ...rest] = (c.image ?? "").split("/"); const { ports = [], args: [first] = [] } = c; return sum + host.split(".").length + rest.length + ports.length + (first === undefined ? 0 : 1); }, 0); yield violation(\`\${parts}\`); const all = object.spec.containers.reduce<string[]>((list, c) => { const { name, image = "none" } = c; return name === "b" ? list : [...list, \`\${name}=\${image}\`]; }, []); yield violation(all.join()); yield violation(object.spec.containers.reduce((text, c) => text + c.name + "=" + (c.image ?? "none") + ";", ":")); const both = object.spec.containers.reduce((sum, c, at) => ({ ports: sum.ports + (c.ports ?? []).length + at + 1, names: sum.names + c.name + "," }), { ports: 0, names: "" }); yield violation(\`\${both.ports} \${both.names}\`);`,
  },
  {
    says: "reduce to the best of two, which keeps either, or begins with a text",
    body: `const all = object.spec.containers; if (all.length === 0) return; const n = (list?: readonly unknown[]) => (list ?? []).length; const most = all.reduce((a, b) => (n(a.ports) >= n(b.ports) ? a : b)); const last = all.reduce((a, b) => (n(a.ports) > n(b.ports) ? a : b)); const least = all.reduce((a, b) => (n(b.ports) < n(a.ports) ? b : a)); yield violation(\`\${most.name} \${last.name} \${least.name}\`); const memory = all.map((c) => c.resources?.limits?.["memory"] ?? "0"); const found = [memory.reduce((a, b) => (compareQuantities(a, b) >= 0 ? a : b), "0"), memory.reduce((a, b) => (compareQuantities(b, a) > 0 ? b : a), all.find((c) => c.name === "b")?.image ?? "1Ki"), all.map((c) => c.name).reduce((a, b) => (a < b ? a : b), "b")]; yield violation(found.join(" "));`,
  },
  {
    says: "reduce pushes to a list that begins empty",
    body: `const images = object.spec.containers.reduce<string[]>((all, c) => { if (c.image !== undefined) all.push(c.image); return all; }, []); const names = object.spec.containers.reduce((all, { name }) => { const text = name + "!"; all.push(text); return all; }, [] as string[]); const ports = object.spec.containers.reduce<number[]>((all, c) => { if (c.image === undefined) return all; if (c.ports) { all.push(...c.ports.map((p) => p.containerPort)); } return all; }, [0]); yield violation(\`\${images.join()} \${names.join()} \${ports.join()}\`);`,
  },
  {
    says: "texts behind tests, of which `Boolean` keeps those that are said",
    body: `const { hostNetwork, hostPID } = object.spec; yield violation([hostNetwork && "network", hostPID && hostNetwork && "both", object.metadata.labels?.["app"], (hostPID || !hostNetwork) && \`no network of \${object.metadata.name}\`, object.metadata.labels?.["a/b"] === undefined ? "" : "a/b"].filter(Boolean).join("; ")); for (const c of object.spec.containers) { const bad = [c.image === undefined && "no image", (c.ports ?? []).length > 0 && (c.ports ?? [])[0]?.name, c.image !== undefined && ""].filter(Boolean); if (bad.length > 0) yield violation(\`\${c.name} \${bad.length} \${bad.join()}\`); }`,
  },
  {
    says: "reduce to an object from a constant on",
    module: `const nothing = { ports: 0, most: 0, names: [] as string[] }; interface Sum { ports: number; most: number; names: readonly string[] }`,
    body: `const { ports, most, names } = object.spec.containers.reduce<Sum>((sum, c) => ({ ports: sum.ports + (c.ports ?? []).length, most: Math.max(sum.most, (c.ports ?? []).length), names: [...sum.names, c.name] }), nothing); yield violation(\`\${ports} \${most} \${names.join()}\`);`,
  },
  {
    says: "a list of a known length",
    module: `const most = 2; const hosts = (name: string): readonly string[] => Array.from({ length: most + 1 }, (_, i) => \`\${name}-\${i}\`);`,
    body: `const picks = Array.from({ length: 3 }, (none, i) => object.spec.containers[i]?.name ?? (none === undefined ? \`no \${i}\` : "none")); yield violation(\`\${picks.join()} \${Array.from({ length: most }, () => "x").join("")} \${Array.from({ length: 0 }, (_, i) => i).length}\`); for (const i of Array.from({ length: most }, (_, i) => i * 10)) for (const c of object.spec.containers) if ((c.ports ?? []).length <= i) yield violation(\`\${c.name} \${i}\`); for (const c of object.spec.containers) if (!hosts("a").includes(c.name)) yield violation(hosts(c.name).join());`,
  },
  {
    says: "Array.from with what it makes of each element of a list",
    module: `const imageOf = (c: Container): string => c.image ?? "none"; const isHost = (port: { hostPort?: number }): boolean => port.hostPort !== undefined;`,
    body: `const images = Array.from(object.spec.containers, imageOf); yield violation(\`\${images.join()} \${Array.from(object.spec.initContainers ?? [], ({ name }) => name).length}\`); for (const text of Array.from(object.spec.containers, (c) => \`\${c.name} \${(c.ports ?? []).length}\`)) yield violation(text); if (Array.from(object.spec.containers.flatMap((c) => c.ports ?? []), isHost).includes(true)) yield violation("host"); yield* Array.from(object.spec.containers, (c) => violation(\`\${c.name} of \${c.image ?? "none"}\`, c)); if (Array.from(object.spec.containers, (c) => c.image).some((i) => i === undefined)) yield violation("absent");`,
  },
  {
    says: "Array.from with what it makes of each element of anything else",
    minKubernetes: "1.35",
    body: `const names = Array.from(new Set(object.spec.containers.map((c) => c.image ?? "-")), (image) => image + "!"); yield violation(names.join()); yield violation(Array.from(object.spec.containers, (c, at) => \`\${at}\${c.name}\`).join()); const byName = new Map(object.spec.containers.map((c) => [c.name, c.image ?? "-"])); for (const pair of Array.from(byName, ([name, image]) => \`\${name}=\${image}\`)) yield violation(pair); yield violation(Array.from(object.metadata.name, (letter) => letter + ".").join("")); for (const label of Array.from(Object.entries(object.metadata.labels ?? {}), ([key, value]) => \`\${key}:\${value}\`)) yield violation(label); if (Array.from(Object.keys(object.metadata.labels ?? {}), (key) => key.startsWith("a")).includes(true)) yield violation("long"); const seen = new Set<string>(); for (const c of object.spec.containers) seen.add(c.name); for (const name of Array.from(seen, (each) => each + "!")) yield violation(name);`,
  },
  {
    says: "reduce to the best of all",
    body: `type Scored = { name: string; score: number; memory: string }; const scored: Scored[] = object.spec.containers.map((c) => ({ name: c.name, score: (c.ports ?? []).length, memory: c.resources?.limits?.["memory"] ?? "0" })); const most = scored.reduce<Scored | undefined>((best, c) => (best === undefined || c.score > best.score ? c : best), undefined); const last = scored.reduce<Scored | undefined>((best, c) => (!best || c.score >= best.score ? c : best), undefined); const least = scored.filter((c) => c.name !== "a").reduce<Scored | undefined>((best, c) => { return best === undefined || best.name > c.name ? c : best; }, undefined); const biggest = scored.reduce<Scored | undefined>((best, c) => (best == null || compareQuantities(c.memory, best.memory) > 0 ? c : best), undefined); yield violation(\`\${most?.name ?? "none"} \${last?.name ?? "none"} \${least?.name ?? "none"} \${biggest?.name ?? "none"}\`); if (most && most.score > 1) yield violation(\`\${most.name} opens \${most.score}\`);`,
  },
  {
    says: "reduce to the greater or the smaller of two numbers, by a comparison",
    body: `const counts = object.spec.containers.map((c) => (c.ports ?? []).length); const most = counts.reduce((a, b) => (b > a ? b : a), 0); const least = counts.reduce((a, b) => (a <= b ? a : b), 5); const top = object.spec.containers.reduce((a, c) => (a < (c.ports ?? []).length ? (c.ports ?? []).length : a), -1); const low = counts.reduce((a, b) => (a > b ? b : a), 1); yield violation(\`\${most} \${least} \${top} \${low}\`);`,
  },
  {
    says: "the last position of a value, or of what a test holds of, and the first parts of a text",
    minKubernetes: "1.33",
    body: `const images = object.spec.containers.map((c) => c.image ?? "a/b/c"); yield violation(\`\${images.lastIndexOf("a/b/c")} \${images.lastIndexOf("nginx:1")} \${object.spec.containers.findLastIndex((c, i) => i < 1 && c.image !== undefined)} \${["a", "b", "a"].lastIndexOf(object.spec.containers[0]?.name ?? "z")}\`); for (const image of images) { const [first = "", second = ""] = image.split("/", 2); yield violation(\`\${first} \${second} \${image.split("/", 9).length} \${image.split("/", 0).length}\`); }`,
  },
  {
    says: "lists turned round, and sorted downwards",
    minKubernetes: "1.35",
    body: `const names = object.spec.containers.map((c) => c.name); const ports = object.spec.containers.flatMap((c) => c.ports ?? []).map((p) => p.containerPort); yield violation(\`\${names.toReversed().join()} \${[...names].sort().reverse().join()} \${ports.toSorted((a, b) => b - a).join()} \${[...ports].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)).join()} \${names.toSorted((a, b) => (a < b ? 1 : -1)).join()} \${names.toSorted((a, b) => (b > a ? -1 : 1)).join()} \${[3, 1, 2].toReversed().join()}\`); for (const c of object.spec.containers.toReversed()) { if (c.image === undefined) continue; yield violation(\`\${c.name} is the last\`); break; }`,
  },
  {
    says: "reduce without an initial value, of a list that a test has shown to have an element",
    minKubernetes: "1.35",
    body: `const all = object.spec.containers; if (all.length === 0) return; const most = all.reduce((best, c) => ((c.ports ?? []).length > (best.ports ?? []).length ? c : best)); const last = all.reduce((best, c) => (best.name <= c.name ? c : best)); const ports = all.flatMap((c) => (c.ports ?? []).map((p) => p.containerPort)); if (ports.length > 0) yield violation(\`\${ports.reduce((a, b) => a + b)} \${ports.reduce((a, b) => Math.max(a, b))} \${ports.reduce((a, b) => (b < a ? b : a))}\`); yield violation(\`\${most.name} \${last.name} \${ports.length > 1 ? ports.reduce((a, b) => Math.min(a, b)) : 0}\`);`,
  },
  {
    says: "the position in a list that a loop fills, which is written out as an empty one",
    minKubernetes: "1.33",
    body: `const onHost: string[] = []; for (const v of object.spec.volumes ?? []) { if (v.hostPath === undefined) continue; onHost.push(v.name); } const known = ["v", "w"]; if (object.spec.hostNetwork) known.push("h"); for (const c of object.spec.containers) for (const m of c.volumeMounts ?? []) { yield violation(\`\${m.name} \${onHost.indexOf(m.name)}\`); if (onHost.indexOf(m.name) === -1) continue; yield violation(\`\${c.name} mounts \${m.name}\`); } for (const v of object.spec.volumes ?? []) yield violation(\`\${v.name} \${known.indexOf(v.name)}\`);`,
  },
  {
    says: "a position that is compared with -1 or 0 asks whether there is one",
    body: `const names = (object.spec.volumes ?? []).map((v) => v.name); for (const c of object.spec.containers) { if (names.indexOf(c.name) === -1) yield violation(\`none of \${c.name}\`); if (["a", "c"].indexOf(c.name) < 0) yield violation(\`neither \${c.name}\`); if (["b", "reg/a:1"].indexOf(c.image ?? "") >= 0) yield violation(\`known \${c.name}\`); if ((c.volumeMounts ?? []).findIndex((m) => m.readOnly === true) > -1) yield violation(\`reads \${c.name}\`); if ((c.image ?? "").indexOf("x") === -1) yield violation(\`no x \${c.name}\`); if ((c.image ?? "").indexOf("a") !== -1) yield violation(\`an a \${c.name}\`); }`,
  },
  {
    says: "Array.isArray asks whether a list is there, and hasOwnProperty is called by its full name",
    body: `const labels = object.metadata.labels ?? {}; if (!Object.prototype.hasOwnProperty.call(labels, "app")) yield violation("no app"); for (const c of object.spec.containers) { const ports = Array.isArray(c.ports) ? c.ports : []; for (const p of ports) yield violation(\`\${c.name} \${p.containerPort}\`); if (!Array.isArray(c.volumeMounts) || c.volumeMounts.length === 0) yield violation(\`\${c.name} mounts nothing\`); const mounts = c.volumeMounts !== undefined ? c.volumeMounts : []; if (mounts.length > 1) yield violation(\`\${c.name} mounts \${mounts.length}\`); const pull = c.imagePullPolicy !== undefined ? c.imagePullPolicy : "Default"; yield violation(\`\${c.name} \${pull} \${Array.isArray(c.image)} \${Array.isArray(object.spec.containers)}\`); }`,
  },
  {
    says: "lists that are empty or not stand beside other values in an object",
    body: `
const results = object.spec.containers.map((c) => {
  const errors: string[] = [];
  if (c.image === undefined) errors.push("no image");
  if (c.resources === undefined) errors.push("no resources");
  return { name: c.name, errors, ports: c.ports ? [] : [(c.volumeMounts ?? []).length], more: (c.image ? ["image"] : undefined) ?? [] };
});
for (const { name, errors, ports, more } of results) if (errors.length > 0) yield violation(\`\${name}: \${errors.join(" and ")}, \${ports.join()} \${more.join()}\`);`,
  },
  {
    says: "what a set with a name holds is listed in the order of the list that it was made of",
    minKubernetes: "1.35",
    module: `function pulls(pod: Pod): string { const all = new Set(pod.spec.containers.map((c) => c.imagePullPolicy ?? "none")); if (all.has("x")) return "x"; return [...all].join(">"); }
const first = (names: readonly string[]): string => { const set = new Set(names); return \`\${set.size} \${Array.from(set)[0] ?? "-"}\`; };`,
    body: `const names = object.spec.containers.map((c) => c.imagePullPolicy ?? "none").toReversed(); const some = new Set(names); if (some.size > 1) yield violation([...some].join(" and ")); for (const pull of some) yield violation(pull); if (some.has("Always")) yield violation("always");
yield violation(\`\${pulls(object)} \${first(names)}\`); const seen = new Set<string>(); for (const c of object.spec.containers) { seen.add(c.image ?? "none"); seen.add(c.name); } const listed = [...seen].map((x) => \`<\${x}>\`); yield violation(listed.join()); if (seen.has("a")) yield violation(\`\${[...seen].filter((x) => x !== "a").join("+")}\`);`,
  },
  {
    says: "tests of several kinds in a list",
    body: `for (const c of object.spec.containers) { const tests = [c.name === "a", object.spec.hostNetwork === true, !c.securityContext?.privileged]; if (tests.every(Boolean) || [object.spec.hostNetwork === true, c.name === "b"].includes(true)) yield violation(\`\${c.name} \${tests.filter(Boolean).length}\`); }`,
  },
  {
    says: "the last of a list that may be absent is added to a text",
    body: `for (const c of object.spec.containers) { const last = c.args?.at(-1); if (last !== undefined) yield violation(c.name + last); else yield violation(\`\${c.name} has none\`); }`,
  },
  {
    says: "records in the order of a number or a text of each, and of equal ones as they stood",
    minKubernetes: "1.35",
    module: `const weigh = (c: Container): number => (c.ports ?? []).length + (c.args ?? []).length;`,
    body: `const { containers } = object.spec; const found = containers.map((c) => ({ name: c.name, ports: (c.ports ?? []).length, share: (c.args ?? []).length / 2 })); const most = found.toSorted((a, b) => b.ports - a.ports); yield violation(most.map((x) => x.name).join()); if (most[0] !== undefined && most[0].ports > 0) yield violation(\`\${most[0].name} \${most[0].ports}\`); for (const { name } of found.toSorted((x, y) => x.share - y.share).slice(0, 2)) yield violation(\`least \${name}\`); const byImage = [...containers].sort((one, other) => ((one.image ?? "") < (other.image ?? "") ? -1 : (one.image ?? "") > (other.image ?? "") ? 1 : 0)); yield violation(byImage.map((c) => \`\${c.name}=\${c.image ?? ""}\`).join(" ")); const heavy = containers.toSorted((a, b) => weigh(b) - weigh(a)).at(0); if (heavy) yield violation(\`heavy \${heavy.name}\`); const users = containers.filter((c) => c.securityContext?.runAsUser !== undefined).toSorted((a, b) => (a.securityContext?.runAsUser ?? 0) > (b.securityContext?.runAsUser ?? 0) ? -1 : (a.securityContext?.runAsUser ?? 0) < (b.securityContext?.runAsUser ?? 0) ? 1 : 0); yield violation(users.map((c) => c.name).join("-")); const rows = containers.map((c, index) => [c.name, (c.ports ?? []).length, index] as const).toSorted(([, a], [, b]) => a - b); for (const [row, ports] of rows.slice(0, 1)) yield violation(\`row \${row} \${ports}\`); yield violation(found.toSorted(({ share: a }, { share: b }) => b - a).map((x) => x.name).join());`,
  },
  {
    says: "records in the order of one thing, and where that is equal of another",
    minKubernetes: "1.35",
    body: `const found = object.spec.containers.flatMap((c) => [{ name: c.name, ports: (c.ports ?? []).length }, { name: c.name, ports: (c.args ?? []).length }]); const all = found.toSorted((a, b) => b.ports - a.ports || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)); yield violation(all.map((x) => \`\${x.name}\${x.ports}\`).join()); const named = found.toSorted(({ name: a, ports: m }, { name: b, ports: n }) => (a > b ? -1 : a < b ? 1 : 0) || m - n); yield violation(named.map((x) => \`\${x.name}\${x.ports}\`).join()); for (const { name } of all.slice(0, 1)) yield violation(\`most \${name}\`);`,
  },
  {
    says: "the elements before and behind that of a turn, where a test has shown them to be there",
    minKubernetes: "1.33",
    body: 'const names = object.spec.containers.map((c) => c.name); if (names.every((name, i) => i === 0 || names[i - 1]! < name)) yield violation("in order"); for (let i = 1; i < names.length; i++) if (names[i - 1]! > names[i]!) yield violation(`${names[i - 1]} stands before ${names[i]}`); for (const [i, c] of object.spec.containers.entries()) { if (i > 0 && object.spec.containers[i - 1]!.image === c.image) yield violation(`${c.name} is as ${names[i - 1] ?? "none"}`); if (i < object.spec.containers.length - 1) yield violation(`${c.name}, then ${object.spec.containers[i + 1]!.name}`); } const longer = names.filter((name, i) => i + 1 < names.length && names[i + 1]!.startsWith(name)); if (longer.length > 0) yield violation(longer.join());',
  },
  {
    says: "what an object has under the keys that a filter has left",
    body: 'const { labels = {}, annotations = {} } = object.metadata; const changed = ["app", "tier", "a/b"].filter((key) => labels[key] !== undefined && labels[key] !== annotations[key]).map((key) => `${key}: ${labels[key]} -> ${annotations[key] ?? "none"}`); if (changed.length > 0) yield violation(changed.join("; ")); for (const key of Object.keys(annotations).filter((key) => labels[key])) yield violation(`${key} is ${labels[key]} and ${annotations[key]}`); for (const c of object.spec.containers.filter((c) => c.image && labels[c.image])) yield violation(`${c.name}: ${labels[c.image!]}`); const named = object.spec.containers.find((c) => labels[c.name]); if (named) yield violation(`${labels[named.name]} of ${named.name}`);',
  },
  {
    says: "a choice of which one way reads the end of a list that is there",
    body: 'for (const c of object.spec.containers) { const args = c.args ?? []; yield violation(`${c.name} has ${args.length === 1 ? args[0] : `${args.length} of ${args.join(", ") || "none"}`}`); if (args.length > 0) yield violation(`${c.name}: ${args.length > 1 ? args.at(-1) : args[0]}`); }',
  },
  {
    says: "the first of a list is there where something else is",
    minKubernetes: "1.35",
    body: `const [first, ...others] = object.spec.containers.map((c) => c.name); if (others.length > 0) yield violation(\`\${first} and \${others.join()}\`);
const [head, ...tail] = object.spec.volumes ?? []; if (tail.length) yield violation(\`\${head!.name} before \${tail.map((v) => v.name).join()}\`); if (tail.slice(1).length === 0) yield violation("no third");
const [main, ...sidecars] = object.spec.containers; if (sidecars.length === 0) return; yield violation(\`\${main!.name} has \${sidecars.length}\`);`,
  },
];
