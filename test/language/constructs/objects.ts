import type { Construct } from "./construct.js";

export const objects: readonly Construct[] = [
  {
    says: "entries filter, map and flatten as pairs",
    body: `const bad = Object.entries(object.metadata.labels ?? {}).filter(([key, value]) => key === "a" || value === "x").map(([key, value]) => \`\${key}=\${value}\`); for (const b of bad) yield violation(b);`,
  },
  {
    says: "an entry that is not taken apart",
    body: `for (const entry of Object.entries(object.metadata.labels ?? {})) yield violation(\`\${entry[0]} is \${entry[1]}\`);`,
  },
  {
    says: "entries find, some and every",
    body: `const labels = Object.entries(object.metadata.labels ?? {}); if (labels.some(([key]) => key.includes("/"))) yield violation("prefixed"); const found = Object.entries(object.metadata.labels ?? {}).find(([, value]) => value === "ABC"); if (found !== undefined) yield violation(found[0]); if (Object.entries(object.metadata.labels ?? {}).every(([, value]) => value.length > 0)) yield violation("full");`,
  },
  {
    says: "values and keys as lists",
    body: `if (Object.values(object.metadata.labels ?? {}).includes("x")) yield violation("x"); for (const key of Object.keys(object.metadata.labels ?? {})) yield violation(key); yield violation(\`\${Object.keys(object.metadata.labels ?? {}).length}\`);`,
  },
  {
    says: "objects are made and compared",
    body: `const seen = object.spec.containers.map((c) => ({ name: c.name, ports: (c.ports ?? []).length })); for (const one of seen) if (one.ports > 0) yield violation(one.name); if (deepEqual(seen[0], { name: "c", ports: 0 })) yield violation("plain");`,
  },
  {
    says: "a chain of fallbacks in a constant that is called like the field",
    body: `const hostname = \`is <\${object.spec.hostname ?? object.metadata.labels?.["app"] ?? ""}>\`; if (object.spec.containers.length > 0) yield violation(hostname); if (object.spec.containers.length > 1) yield violation(\`\${hostname}!\`);`,
  },
];
