import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";
const others =
  "for (const v of object.spec.volumes ?? []) for (const c of [{ name: v.name, image: v.hostPath?.path }, { name: `${v.name}2`, image: v.hostPath?.path }])";

/** Maps and sets that several statements fill, one after the other. */
export const filled: readonly Construct[] = [
  {
    says: "several loops fill one map in turn, and the last value of a key counts",
    minKubernetes: "1.35",
    body: `const images = new Map<string, string>(); ${each} images.set(c.image?.includes(":") ? "tagged" : "plain", c.name); ${others} { if (c.image === undefined) continue; images.set("plain", c.name); } images.set("extra", "x"); if (object.spec.hostNetwork) images.set("tagged", "host"); for (const [kind, name] of images) yield violation(\`\${kind} \${name}\`); if (images.size > 2) yield violation(\`\${images.size} kinds\`); const sizes: Record<string, number> = {}; sizes["none"] = 0; ${each} sizes[c.name] = (c.ports ?? []).length; if (sizes["a"] !== undefined) yield violation(\`a has \${sizes["a"]}\`);`,
  },
  {
    says: "several loops count, sum and group under the same keys",
    body: `const counts = new Map<string, number>(); const groups: Record<string, string[]> = {}; ${each} { const kind = c.image?.includes(":") ? "tagged" : "plain"; const n = counts.get(kind) ?? 0; counts.set(kind, n + 1); (groups[kind] ??= []).push(c.name); } if (object.spec.hostNetwork) { counts.set("host", (counts.get("host") ?? 0) + 5); counts.set("plain", (counts.get("plain") ?? 0) + 1); } ${others} { const kind = c.image ? "plain" : "empty"; const n = counts.get(kind) ?? 0; counts.set(kind, n + 1); (groups[kind] ??= []).push(c.name, kind); } for (const [kind, n] of counts) if (n > 1) yield violation(\`\${kind} \${n}\`); for (const [kind, names] of Object.entries(groups)) if (names.length > 1) yield violation(\`\${kind}: \${names.join()}\`);`,
  },
];
