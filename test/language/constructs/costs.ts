import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";
const labels = "interface Params { labels: { key: string; pattern?: string; values?: string[] }[] }";

/** What is written in another way because it costs less must mean the same: parameters that are known, loops that are split. */
export const costs: readonly Construct[] = [
  {
    says: "a list of one parameter is its entry",
    body: `${each} if (params.names.includes(c.name) || params.names.some((name) => c.image?.startsWith(name))) yield violation(\`\${c.name} is among \${params.names.join(", ")} \${params.names.length}\`);`,
    paramsType: "interface Params { names: string[] }",
    params: { names: ["a"] },
  },
  {
    says: "a list of two parameters is a choice",
    body: `${each} { if (!params.names.every((name) => name !== c.name)) yield violation(\`\${c.name} of \${params.names.join(", ")}\`); for (const name of params.names) if (c.image?.includes(name)) yield violation(name); }`,
    paramsType: "interface Params { names: string[] }",
    params: { names: ["a", "x"] },
  },
  {
    says: "keys of parameters are known, and in order",
    body: `${each} { const most = params.tiers[c.name]; if (most === undefined) yield violation(\`\${c.name} is none of \${sorted(Object.keys(params.tiers)).map((tier) => "<" + tier + ">").join(", ")}\`); else if (sorted(params.order).includes(c.name)) yield violation(\`\${sorted(params.order).join()} \${most}\`); }`,
    paramsType: "interface Params { tiers: Record<string, number>; order: string[] }",
    params: { tiers: { small: 1, a: 2, "\u{1F600}": 3, "\uFFFD": 4 }, order: ["b", "a", "a"] },
  },
  {
    says: "no parameters are no turns",
    body: `${each} { if (params.names.some((name) => name === c.name)) yield violation("none"); if (params.names.every((name) => name === c.name)) yield violation(\`\${c.name} \${params.names.map((name) => name + "!").join(", ")}\`); }`,
    paramsType: "interface Params { names: string[] }",
    params: { names: [] },
  },
  {
    says: "objects of parameters are written out where few say anything",
    body: "const labels = object.metadata.labels ?? {}; const missing = params.labels.filter(({ key }) => !(key in labels)).map(({ key }) => key); if (missing.length > 0) yield violation(missing.join(' ')); for (const { key, pattern } of params.labels) { const value = labels[key]; if (value === undefined || pattern === undefined || regexMatches(pattern, value)) continue; yield violation(`${key}: ${value}`); }",
    paramsType: labels,
    params: { labels: [{ key: "app", pattern: "^x$" }, { key: "a/b" }, { key: "tier" }] },
  },
  {
    says: "objects of parameters stay a loop where many say something",
    body: "const labels = object.metadata.labels ?? {}; for (const { key, values } of params.labels) { const value = labels[key]; if (value !== undefined && !(values ?? []).includes(value)) yield violation(`${key}: ${value}`); } if (params.labels.some(({ key }) => labels[key] === undefined)) yield violation('missing');",
    paramsType: labels,
    params: { labels: [{ key: "app", values: ["x", "y"] }, { key: "a/b", values: [] }, { key: "tier" }] },
  },
  {
    says: "a loop over a parameter inside a loop, with names of its own",
    body: `${each} for (const { key, values } of params.labels) { const found = (values ?? []).filter((value) => c.name.startsWith(value)); if (found.length > 0 && found.some((one) => one !== key)) yield violation(\`\${key} \${found.join(" ")}\`); }`,
    paramsType: labels,
    params: { labels: [{ key: "a", values: ["a", "b"] }, { key: "b" }] },
  },
  {
    says: "a turn that says several things says each",
    body: `${each} { const limits = c.resources?.limits ?? {}; const cpu = limits['cpu']; if (cpu === undefined) yield violation(\`\${c.name} no cpu\`); else if (compareQuantities(cpu, '1') > 0) yield violation(\`\${c.name} \${cpu}\`); else { yield violation('fits'); } for (const p of c.ports ?? []) if (p.hostPort) yield violation(\`\${c.name} \${p.hostPort}\`); const tag = c.image?.split(':')[1]; if (tag !== undefined && tag !== 'x') yield violation(tag); }`,
  },
  {
    says: "one value among several texts",
    body: `${each} { const policy = c.imagePullPolicy; if (policy === 'Always' || c.name === 'a' || policy === 'Never') yield violation('one'); if (policy !== 'Always' && policy !== 'Never') yield violation(\`other \${c.name}\`); if (c.name === 'a' || c.name === '' || c.name === 'b') yield violation('empty'); }`,
  },
  {
    says: "what was asked before is not asked again",
    body: `${each} { const a = c.name === 'a'; const b = c.image === undefined; if (!(a || b) && !a) yield violation(\`neither \${c.name}\`); if (a && !b && a) yield violation('a'); if (!(a && b) || !b) yield violation(\`not both \${c.name}\`); }`,
  },
  {
    says: "what no turn of the outer loop changes is asked before it",
    body: `for (const v of object.spec.volumes ?? []) { if (object.spec.containers.every((c) => (c.volumeMounts ?? []).every((m) => m.name !== v.name || m.readOnly === true))) continue; if (object.spec.containers.some((c) => c.name !== 'b' && (c.volumeMounts ?? []).some((m) => m.name === v.name && m.readOnly !== true))) yield violation(\`\${v.name} is written to\`); yield violation(v.name); }`,
  },
  {
    says: "records that are made for a loop are made of those elements alone that it asks for",
    body: `const all = [...object.spec.containers.filter((c) => c.name !== "b").map((c) => ({ role: "container", c })), ...(object.spec.initContainers ?? []).map((c) => ({ role: "init", c }))]; for (const { role, c } of all) if (!(c.image ?? "").startsWith("reg/")) yield violation(\`\${role} \${c.name}: \${c.image ?? "-"}\`);`,
  },
  {
    says: "records that are made of records, each list by itself",
    body: `const all = [...object.spec.containers.filter((c) => c.name !== "b").map((c) => ({ role: "container", c })), ...(object.spec.initContainers ?? []).map((c) => ({ role: "init", c }))]; const images = [...all.map(({ role, c }) => ({ role, name: c.name, image: c.image ?? "" })), ...(object.spec.volumes ?? []).filter((v) => v.image !== undefined).map((v) => ({ role: "volume", name: v.name, image: v.image?.reference ?? "" }))]; for (const { role, name, image } of images) if (!image.startsWith("reg/")) yield violation(\`\${role} \${name}: \${image}\`);`,
  },
  {
    says: "two loops ask of the same records, each its own question, also of a field that was made",
    body: `const all = [...object.spec.containers.map((c) => ({ role: "container", c })), ...(object.spec.initContainers ?? []).map((c) => ({ role: "init", c }))]; for (const { role, c } of all) { if (c.image === undefined) yield violation(\`\${role} \${c.name} has no image\`); if (role === "init" || c.name === "a") yield violation(\`\${role} \${c.name}\`); }`,
  },
  {
    says: "records that others read as well stay as they are",
    body: `const all = [...object.spec.containers.map((c) => ({ role: "container", c })), ...(object.spec.initContainers ?? []).map((c) => ({ role: "init", c }))]; for (const { role, c } of all) if (c.image === undefined || c.image.startsWith("reg/")) yield violation(\`\${role} \${c.name} of \${all.length}\`);`,
  },
  {
    says: "a question that depends on the loop around is asked inside of it",
    body: `const all = [...object.spec.containers.map((c) => ({ role: "container", c })), ...(object.spec.initContainers ?? []).map((c) => ({ role: "init", c }))]; for (const v of object.spec.volumes ?? []) for (const { role, c } of all) if ((c.volumeMounts ?? []).every((m) => m.name !== v.name)) yield violation(\`\${role} \${c.name} without \${v.name}\`);`,
  },
  {
    says: "of what is asked of one text the order decides nothing",
    body: `${each} { const image = c.image ?? ""; if (c.name !== "b" && !image.startsWith("reg/") && image !== "x" && image.includes(":")) yield violation(\`\${c.name}: \${image}\`); if (image !== "" && !image.includes("/") && !image.endsWith(":1")) yield violation(\`short \${image}\`); }`,
  },
  {
    says: "a loop in a loop beside a flag is asked for what holds of all",
    body: "if (object.spec.hostNetwork === true || object.spec.containers.some((c) => (c.ports ?? []).some((p) => p.hostPort !== undefined && p.hostPort > 80))) yield violation(`host ${object.metadata.name}`);",
  },
  {
    says: "what is missing is neither above nor below a quantity",
    body: `${each} { const cpu = c.resources?.limits?.["cpu"]; if (cpu !== undefined && compareQuantities(cpu, "1") > 0) yield violation(\`\${c.name} above \${cpu}\`); if (cpu !== undefined && compareQuantities(cpu, "500m") < 0) yield violation(\`\${c.name} below \${cpu}\`); if (cpu !== undefined && compareQuantities(cpu, "500m") <= 0) yield violation(\`\${c.name} at most \${cpu}\`); }`,
  },
  {
    says: "one part of the messages may hold line breaks",
    body: `${each} yield violation(\`\${c.name} runs \${(c.command ?? []).join(" ")}\`);`,
  },
  {
    says: "entries of a map of the object are read in several loops",
    body: "const labels = object.metadata.labels ?? {}; for (const [key, value] of Object.entries(labels)) if (value === 'x') yield violation(`${key} is ${value}`); if (Object.entries(labels).some(([key, value]) => key.startsWith('a') && value !== '')) yield violation('some'); for (const value of Object.values(object.metadata.annotations ?? {})) yield violation(value);",
  },
  {
    says: "a list that every call gives a function",
    body: `const all = namesIn(object); ${each} if (isTaken(c.name, all) || isTaken(c.image ?? "", all)) yield violation(\`\${c.name} among \${all.length}\`);`,
    module:
      "const namesIn = (pod: Pod): string[] => [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].map((one) => one.image ?? one.name); const isTaken = (name: string, all: readonly string[]): boolean => all.some((one) => one.startsWith(name)) && all.every((one) => one !== '');",
  },
  {
    says: "records that two functions make out of several lists are gone through list by list",
    body: "for (const { role, name, image } of imagesIn(object)) { if (name === 'z') continue; if (!image.startsWith('reg/')) yield violation(`${role} ${name}: ${image} of ${object.metadata.name}`); }",
    module:
      "const rolesIn = (pod: Pod) => { const spec = pod.spec; return [...spec.containers.filter((c) => c.name !== 'b').map((container) => ({ role: 'container', container })), ...(spec.initContainers ?? []).map((container) => ({ role: 'init', container }))]; }; const imagesIn = (pod: Pod) => [...rolesIn(pod).map(({ role, container }) => ({ role, name: container.name, image: container.image ?? '' })), ...(pod.spec.volumes ?? []).filter((v) => v.image !== undefined).map((v) => ({ role: 'volume', name: v.name, image: v.image?.reference ?? '' }))];",
  },
  {
    says: "a blank message of the parameters is the title, and a text stands in for a missing one",
    body: `${each} { yield violation(params.blank ?? \`none for \${c.name}\`); yield violation(params.missing ?? \`none for \${c.name}\`); } yield violation(params.given ?? "none");`,
    paramsType: "interface Params { blank?: string; missing?: string; given?: string }",
    params: { blank: " \n", given: "given" },
  },
  {
    says: "a blank text of the object is the title as well",
    body: `${each} yield violation(c.workingDir ?? "none"); yield violation(object.metadata.labels?.["app"] ?? \`none of \${object.metadata.name}\`);`,
  },
  {
    says: "elements are left out before several violations are looked for",
    body: "if (object.metadata.name === 'z') return; for (const c of allIn(object)) { if (isLeftOut(c.image ?? '')) continue; if (c.name === 'a') yield violation(`a ${c.image ?? '-'}`); for (const p of c.ports ?? []) if (p.hostPort) yield violation(`${c.name} ${p.hostPort}`); if (!(c.image ?? '').includes(':')) yield violation(`${c.name} ${object.metadata.name}`); }",
    module:
      "const allIn = (pod: Pod) => [...pod.spec.containers, ...(pod.spec.initContainers ?? [])]; const isLeftOut = (image: string): boolean => image.startsWith('reg/') || image === 'x';",
  },
];
