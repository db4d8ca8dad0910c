import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

/** Sets that a loop asks and fills. */
export const seenSets: readonly Construct[] = [
  {
    says: "a set of what was seen finds what is there twice",
    body: `const seen = new Set<string>(); ${each} { for (const m of c.volumeMounts ?? []) { const key = m.readOnly ? "ro" : "rw"; if (seen.has(key)) yield violation(\`twice \${key}\`, m); seen.add(key); } } const images = new Set<string>(); ${each} { const tag = (c.image ?? "").split(":")[1] ?? "none"; if (images.has(tag)) { yield violation(\`tag \${tag} twice\`); continue; } images.add(tag); } const flags = new Set<boolean>(); ${each} { const flag = c.image?.includes(":") ?? false; if (flags.has(flag)) yield violation("both alike"); else flags.add(flag); }`,
  },
  {
    says: "only the turns after the first say what was seen before",
    minKubernetes: "1.33",
    body: `const seen = new Set<string>(); ${each} { if (c.name === "b") continue; for (const m of c.volumeMounts ?? []) { const key = m.readOnly === undefined ? "rw" : "rw"; if (seen.has(key)) yield violation(\`\${c.name} \${m.name} again\`, m); seen.add(key); } } const names = new Set<string>(); for (const v of object.spec.volumes ?? []) { const kind = v.emptyDir ? "empty" : "host"; if (!names.has(kind)) { names.add(kind); yield violation(\`\${v.name} is the first \${kind}\`); continue; } yield violation(\`\${v.name} is not\`); } const ports = new Set<number>(); ${each} for (const p of c.ports ?? []) { const n = p.containerPort % 2; if (ports.has(n) && c.name !== "z") yield violation(\`\${c.name} \${p.containerPort}\`); ports.add(n); }`,
  },
];
