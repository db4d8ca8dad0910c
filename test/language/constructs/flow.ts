import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

export const flow: readonly Construct[] = [
  {
    says: "violations of a list that is mapped to them",
    body: "yield* object.spec.containers.filter((c) => !c.image?.includes('/')).map((c, i) => violation(`${i} ${c.name}`, c)); yield* Object.entries(object.metadata.labels ?? {}).map(([key, value]) => violation(`${key}=${value}`));",
    minKubernetes: "1.33",
  },
  {
    says: "conditions nest deeply",
    body: `${each} { if (c.image !== undefined) { if (c.image.includes(":")) { if (c.name === "a") yield violation("a tagged"); else yield violation("tagged"); } else { if (c.securityContext) { if (c.securityContext.runAsUser === 0) yield violation("root"); } } } else yield violation("no image"); }`,
  },
  {
    says: "typeof tells whether an object or a list is there, and Number.isInteger whether a number is",
    body: `
const { spec } = object;
if (typeof spec !== "object") return;
for (const c of spec.containers) {
  if (!c || typeof c !== "object") continue;
  if (typeof c.securityContext === "object") yield violation(\`\${c.name} has a context\`);
  if (!c.ports || typeof c.ports !== "object") yield violation(\`\${c.name} has no ports\`);
  const port = c.livenessProbe?.httpGet?.port;
  if (typeof port === "object") yield violation("never");
  if (Number.isInteger(port) || Number.isInteger(c.image)) yield violation(\`\${c.name} probes a number\`);
  if (!Number.isInteger(c.securityContext?.runAsUser)) yield violation(\`\${c.name} has no user\`);
  for (const p of c.ports ?? []) if (Number.isInteger(p.hostPort)) yield violation(\`\${p.hostPort ?? 0}\`);
}`,
  },
  {
    says: "typeof tells a text from a number",
    module: `const shown = (value: string | number | undefined): string => typeof value === "string" ? \`text \${value}\` : typeof value === "number" ? \`number \${value + 1}\` : "nothing";`,
    body: `${each} { const port = c.livenessProbe?.httpGet?.port; yield violation(shown(port)); } yield violation(shown(object.metadata.name)); yield violation(shown(object.spec.containers.length)); if (typeof object.spec.hostNetwork === "undefined") yield violation("no host network");`,
  },
  {
    says: "a switch with returns before what follows",
    body: `switch (object.metadata.name) { case "p": return; case "two": { yield violation("two"); return; } default: } yield violation("rest");`,
  },
  {
    says: "and, or and not of optional values as values",
    body: `const label = object.metadata.labels?.["app"] || "none"; const flag = object.spec.hostNetwork && label; yield violation(label); if (flag) yield violation(\`flag \${flag}\`); const both = !!object.spec.hostNetwork && !object.metadata.labels?.["app"]; if (both) yield violation("both");`,
  },
  {
    says: "loops bind indices",
    body: `for (const [index, c] of object.spec.containers.entries()) yield violation(\`\${index} \${c.name}\`);`,
    minKubernetes: "1.33",
  },
  {
    says: "one of many ways, some of which say more than one thing",
    body: "const n = object.metadata.name; if (n === 'q' || (n === 'p' && object.spec.hostNetwork !== true) || n.startsWith('t') || n.endsWith('x') || n.includes('y') || (n === 'z' || (n === 'host' && object.spec.hostNetwork))) yield violation(`many ${n}`);",
  },
  {
    says: "loops that count through a list",
    minKubernetes: "1.33",
    module: `const firstWithout = (list: readonly Container[]): number => { for (let i = 0; i < list.length; i++) { if (list[i]?.image === undefined) return i; } return -1; };
function rooted(list: readonly Container[]): number { let n = 0; for (let i = 0, end = list.length; i < end; i++) { const c = list[i]; if (c?.securityContext?.runAsUser === 0) n++; } return n; }
function others(list: readonly Container[]): string[] { const all: string[] = []; for (let i = 1; i < list.length; i += 1) { const c = list[i]; if (c) all.push(\`\${i}:\${c.name}\`); } return all; }`,
    body: `const cs = object.spec.containers; yield violation(\`\${firstWithout(cs)} \${rooted(cs)} \${others(cs).join()}\`); for (let i = 0; i < cs.length; i++) for (let j = i + 1; j < cs.length; ++j) if (cs[i]?.name === cs[j]?.name) yield violation(\`\${i} and \${j} are \${cs[i]?.name ?? ""}\`); outer: for (let i = 0; i < cs.length; i++) { const c = cs[i]; if (!c) continue; for (const e of c.env ?? []) if (e.value === undefined) continue outer; if (i > 0 && cs[i - 1]?.name === c.name) yield violation(\`again \${c.name}\`); yield violation(\`\${c.name} of \${i}, then \${cs[i + 1]?.name ?? "none"}\`); } const seen = new Set<string>(); for (let i = 0; i < cs.length; i++) { const c = cs[i]; if (c === undefined) continue; if (seen.has(c.name)) yield violation(\`\${i} \${c.name} twice\`); seen.add(c.name); }`,
  },
  {
    says: "a loop that counts, of which only the elements are read",
    body: `let ports = 0; for (let i = 0; i < object.spec.containers.length; i++) ports += object.spec.containers[i]?.ports?.length ?? 0; yield violation(\`\${ports}\`); for (let i = 0; i < object.spec.containers.length; i++) { const c = object.spec.containers[i]; if (c?.image?.includes(":")) yield violation(c.name); }`,
  },
  {
    says: "a return of what is yielded last",
    module: `function* more(pod: Pod): Generator<Violation, void> { if (pod.spec.volumes !== undefined) { return yield violation("volumes"); } for (const c of pod.spec.containers) yield violation(c.name); }`,
    body: `const [first] = object.spec.containers; if (first?.image === undefined) return yield violation("no image"); for (const c of object.spec.containers) { if (c.name === "b" && c.image === "b") return yield violation(\`\${c.name} \${c.image}\`); } if (object.spec.restartPolicy === undefined) return yield* more(object); yield violation("rest");`,
  },
  {
    says: "a loop that counts through a list which may be absent",
    minKubernetes: "1.33",
    body: "for (let i = 0; i < (object.spec.initContainers ?? []).length; i++) { const c = (object.spec.initContainers ?? [])[i]; if (c?.image !== undefined) yield violation(`${i} ${c.image}`); } for (const c of object.spec.containers) for (let i = 0; i < (c.ports ?? []).length; ++i) if ((c.ports ?? [])[i]?.hostPort) yield violation(`${c.name} ${i}`);",
  },
  {
    says: "statements that are empty do nothing",
    module: `function first(pod: Pod): string { ; for (const c of pod.spec.containers) { if (c.image) { return c.name; }; }; return "none"; };`,
    body: `; const name = first(object);; switch (name) { case "none": ; yield violation("none");; break; default: yield violation(name); }; for (const c of object.spec.containers) { ; if (c.image === undefined) continue; ; yield violation(c.image); };`,
  },
  {
    says: "a loop over positions and elements that reads no position",
    body: `for (const [, c] of object.spec.containers.entries()) if (c.image === "b") yield violation(c.name); for (const [_position, c] of object.spec.containers.entries()) for (const [, p] of (c.ports ?? []).entries()) yield violation(\`\${c.name} \${p.containerPort}\`);`,
  },
  {
    says: "a loop that reads nothing of what a filter has left, which asks a list of its own",
    body: 'const { containers: all } = object.spec; const bare = all.filter((c) => !all.some(() => c.securityContext)); for (const _ of bare) yield violation("one is bare");',
  },
];
