import type { Construct } from "./construct.js";

/** `list.forEach((item) => { … });`, which is a loop. */
export const forEachLoops: readonly Construct[] = [
  {
    says: "forEach fills, counts and sets, and return ends a turn",
    module: `const rules = [{ says: "no image", bad: (c: Container) => c.image === undefined }, { says: "ports", bad: (c: Container) => c.ports !== undefined }];
function all(cs: readonly Container[]): string[] { const out: string[] = []; cs.forEach((c) => { if (!c.image) { out.push(\`\${c.name} none\`); return; } if (c.image.includes(":")) { out.push(c.image); } else { out.push("plain"); } rules.forEach((rule) => { if (rule.bad(c)) out.push(rule.says); }); }); return out; }`,
    body: `const out: string[] = []; const said: Violation[] = []; let bad = 0; let never = true; let first: string | undefined;
object.spec.containers.forEach((c) => { if (first === undefined && c.ports) first = c.name; if (c.image === undefined) { bad++; never = false; return; } out.push(c.name); });
object.spec.containers.forEach((c) => { let most = 0; c.ports?.forEach((p) => { if (p.hostPort) return; most = Math.max(most, p.containerPort); }); if (most === 0) return; out.push(\`\${c.name} \${most}\`); });
object.spec.containers.forEach((c) => { for (const m of c.volumeMounts ?? []) { if (m.readOnly) return; } said.push(violation(\`\${c.name} writes\`)); });
(object.spec.volumes ?? []).forEach(({ name, hostPath }) => { if (hostPath) out.push(name); });
yield* said;
yield violation(\`\${out.join()} \${bad} \${never} \${first ?? "-"} \${all(object.spec.containers).join()}\`);`,
  },
  {
    says: "forEach with an index, of keys, of entries, and of sets",
    minKubernetes: "1.35",
    body: `const out: string[] = []; const images = new Set<string>(); const seen = new Set<string>(); const counts = new Map<string, number>(); let n = 0;
object.spec.containers.forEach((c, index) => { const image = c.image ?? ""; out.push(\`\${index} \${c.name}\`); n += index; images.add(image); counts.set(image, (counts.get(image) ?? 0) + 1); if (seen.has(image)) { out.push("again"); return; } seen.add(image); });
Object.keys(object.metadata.labels ?? {}).forEach((key) => { if (key.includes("a")) n++; });
Object.entries(object.metadata.labels ?? {}).forEach(([key, value]) => { if (key === "app" || value === "") n += 10; });
images.forEach((image) => { if (image !== "") n += 100; });
for (const [image, count] of counts) yield violation(\`\${image} \${count}\`);
yield violation(\`\${out.join()} \${n}\`);`,
  },
  {
    says: "forEach without braces",
    minKubernetes: "1.35",
    module: `const names = (cs: readonly Container[]): string[] => { const all: string[] = []; cs.forEach(({ name }) => all.push(name)); return all; };`,
    body: `const out: string[] = []; const images = new Set<string>(); const counts = new Map<string, number>(); let n = 0; let most = 0;
object.spec.containers.forEach((c) => out.push(c.name));
object.spec.containers.forEach((c, index) => (n += index + (c.args ?? []).length));
object.spec.containers.forEach(() => n++);
object.spec.containers.forEach((c) => c.ports?.forEach((p) => (most = Math.max(most, p.containerPort))));
object.spec.containers.forEach((c) => images.add(c.image ?? ""));
object.spec.containers.forEach((c) => counts.set(c.image ?? "", (counts.get(c.image ?? "") ?? 0) + 1));
for (const [image, count] of counts) yield violation(\`\${image} \${count}\`);
yield violation(\`\${out.join()} \${n} \${most} \${images.has("nginx:1")} \${names(object.spec.containers).join()}\`);`,
  },
];
