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
];
