import type { Construct } from "./construct.js";

/** Variables of a turn, beside what its loop fills, counts, finds or leaves. */
export const turns: readonly Construct[] = [
  {
    says: "a turn's own variable beside a list that the loop fills, and a count",
    body: `const out: string[] = []; let bad = 0;
for (const c of object.spec.containers) {
  let port = 80; let why = ""; let image: string | undefined;
  if (c.ports) port = c.ports.length; else if (c.image === undefined) { why = "no image"; port = -1; }
  if (c.securityContext?.privileged) { why = \`\${why}!\`; bad++; out.push(\`\${c.name} may do all\`); port *= 2; }
  switch (c.imagePullPolicy) { case "Always": why += " always"; break; case "Never": port -= 1; break; default: image = c.image; }
  if (port === 78) continue;
  if (image !== undefined && image.includes(":")) { const tag = image.split(":")[1]; image = tag; if (image === "1") out.push(\`\${image} \${port}\`); }
  out.push(\`\${c.name} \${port}\${why} \${image ?? "-"}\`);
}
yield violation(\`\${out.join()} \${bad}\`);`,
  },
  {
    says: "a loop in a turn counts, finds, collects, and is left",
    module: `function heavy(cs: readonly Container[], most: number): string { for (const c of cs) { let sum = 0; for (const p of c.ports ?? []) sum += p.containerPort; if (sum === 0) continue; sum -= most; if (sum > 0) return \`\${c.name} \${sum}\`; } return "none"; }
function open(cs: readonly Container[]): boolean { for (const c of cs) { let found = false; for (const p of c.ports ?? []) if (p.hostPort) { found = true; break; } if (found) return true; } return false; }`,
    body: `const out: string[] = []; let most = 0; let first = "";
for (const c of object.spec.containers) { const own: string[] = []; let mounted: string | undefined; let top = 0; for (const v of object.spec.volumes ?? []) if ((c.volumeMounts ?? []).some((m) => m.name === v.name)) { mounted = v.name; break; } for (const p of c.ports ?? []) { own.push(\`\${p.containerPort}\`); top = Math.max(top, p.containerPort); } top += own.length; if (top > most) most = top; if (mounted === undefined) out.push(c.name); else out.push(mounted); if (own.length > 0) out.push(own.join("+")); }
for (const c of object.spec.containers) { let weight = 0; if (c.image) weight += codePointLength(c.image); if (c.ports) weight *= 10; if (weight > 20) { first = c.name; break; } }
for (const c of object.spec.containers) { let why = "fine"; if (c.image === undefined) why = "no image"; if (c.ports) why += ", ports"; if (why !== "fine") { yield violation(\`\${c.name}: \${why}\`); break; } }
yield violation(\`\${out.join()} \${most} \${first} \${heavy(object.spec.containers, 80)} \${open(object.spec.containers)}\`);`,
  },
  {
    says: "a turn's own key of a map, of a set, and of what was seen",
    minKubernetes: "1.35",
    body: `const counts = new Map<string, number>(); const keys = new Set<string>(); const seen = new Set<string>();
for (const c of object.spec.containers) { let key = "none"; if (c.image) key = c.image.split(":")[0] ?? ""; counts.set(key, (counts.get(key) ?? 0) + 1); if (c.ports) key += "!"; keys.add(key); }
for (const c of object.spec.containers) { let key = "rest"; if (c.image?.includes(":")) key = "tagged"; if (seen.has(key)) yield violation(\`twice \${key}\`); seen.add(key); }
for (const [key, n] of counts) yield violation(\`\${key} \${n} \${keys.has(key)}\`);`,
  },
  {
    says: "within a choice, what was set before it counts, also for a function that reads it",
    body: `let a = 0; let b = 0; let c = 0; const isBig = (): boolean => a > 1; const out: string[] = [];
if (object.spec.hostNetwork) { a = 1; b = a + 1; a += b; if (isBig()) { c = a; } else c = -1; } else { b = a; a = 5; let d = a; if (object.metadata.labels) d++; c = d; }
for (const one of object.spec.containers) { let n = 0; const isOpen = (): boolean => n > 1; if (one.ports) n = one.ports.length; if (isOpen()) out.push(one.name); }
yield violation(\`\${a} \${b} \${c} \${out.join()}\`);`,
  },
  {
    says: "a flag that turns ask before they do something once",
    minKubernetes: "1.35",
    body: `let done = false; let n = 0; for (const c of object.spec.containers) { n++; if (!done && !c.image) { yield violation(\`\${n}: \${c.name} has no image\`); done = true; } } if (!done) yield violation("all have one"); let told = object.spec.hostNetwork === true; for (const c of object.spec.containers) { if (told) continue; if (c.imagePullPolicy) { yield violation(\`\${c.name} pulls\`); told = true; } } let open = false; for (const c of object.spec.containers) for (const p of c.ports ?? []) { if (!open && p.hostPort) { open = true; yield violation(\`\${c.name} opens \${p.hostPort}\`); } } let a = false; let b = false; for (const c of object.spec.containers) { if (!a) { if (c.image) { a = true; yield violation(\`a \${c.name}\`); } else yield violation(\`not yet \${c.name}\`); } if (c.ports && !b) { b = true; yield violation(\`b \${c.name}\`); } if (!b && c.env) { yield violation(\`or \${c.name}\`); b = true; } }`,
  },
];
