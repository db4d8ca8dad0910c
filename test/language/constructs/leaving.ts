import type { Construct } from "./construct.js";

/** Loops that yield, and that a turn leaves. */
export const leaving: readonly Construct[] = [
  {
    says: "a loop that is left by a test behind another test of the same value",
    minKubernetes: "1.33",
    module: `function weight(image: string | undefined): number | undefined { if (image === undefined) return 0; if (image === "x") return undefined; return codePointLength(image); }`,
    body: `for (const c of object.spec.containers) { const n = weight(c.image); if (n === 0) yield violation(\`\${c.name} weighs nothing\`); if (n === undefined) { yield violation(\`\${c.name} is not weighed\`); return; } if (n > 1) yield violation(\`\${c.name} \${n}\`); }`,
  },
  {
    says: "the first violation of a list, then what follows",
    body: `for (const c of object.spec.containers) { if (c.image === undefined) { yield violation(\`\${c.name} has no image\`); break; } } for (const c of object.spec.containers) { const image = c.image ?? "none"; if (image.includes(":")) continue; yield violation(\`\${image} first of all\`, c); break; } for (const { name, ports = [] } of object.spec.containers) { if (ports.length > 0) { yield violation(\`\${name} opens\`); yield violation(\`\${ports.length} ports\`); break; } } yield violation("after");`,
  },
  {
    says: "the first violation of all",
    body: `if (object.spec.hostNetwork) { yield violation("network"); return; } for (const c of object.spec.containers) { if (c.securityContext?.runAsUser === 0) { yield violation(\`\${c.name} is root\`); return; } if (c.image === undefined) { yield violation(\`\${c.name} is nothing\`); return; } } for (const c of object.spec.containers) for (const p of c.ports ?? []) if (p.containerPort < 400) { yield violation(\`\${c.name} \${p.containerPort}\`); return; } yield violation("fine");`,
  },
  {
    says: "the first violation of each turn, and what else a turn says where there is none",
    minKubernetes: "1.33",
    body: `outer: for (const c of object.spec.containers) { for (const p of c.ports ?? []) { if (p.containerPort > 80) { yield violation(\`\${c.name} \${p.containerPort}\`); continue outer; } } for (const e of c.env ?? []) { if (e.value !== undefined) continue; yield violation(\`\${c.name} \${e.name}\`); break outer; } yield violation(\`\${c.name} is fine\`); } yield violation("after");`,
  },
  {
    says: "all violations up to the one that ends the loop",
    minKubernetes: "1.33",
    body: `for (const c of object.spec.containers) { yield violation(c.name); if (c.image === undefined) break; if (c.ports !== undefined) yield violation(\`\${c.name} opens\`); } for (const [i, c] of object.spec.containers.entries()) { if (c.name !== "c") { yield violation(\`\${i} is \${c.name}\`); break; } } const cs = object.spec.containers; for (let i = 0; i < cs.length; i++) { const c = cs[i]; if (c?.image?.startsWith("n")) { yield violation(\`\${i} is nginx\`); break; } } for (let i = 1; i < cs.length; i++) { if (cs[i]?.name !== cs[i - 1]?.name) { yield violation(\`\${cs[i]?.name ?? ""} is another\`); return; } } yield violation("all are the same"); for (const c of object.spec.containers) { if (c.env !== undefined) yield violation(\`\${c.name} env\`); if (c.securityContext !== undefined) return; } yield violation("no context");`,
  },
  {
    says: "the first row of a table that is broken",
    module: `const rows = [{ says: "has no image", bad: (c: Container) => c.image === undefined }, { says: "opens ports", bad: (c: Container) => (c.ports ?? []).length > 0 }, { says: "is called c", bad: (c: Container) => c.name === "c" }]; const words = ["nginx", "a", "x"];`,
    body: `for (const c of object.spec.containers) { for (const { says, bad } of rows) { if (bad(c)) { yield violation(\`\${c.name} \${says}\`); break; } } for (const word of words) if (c.image?.includes(word)) { yield violation(\`\${c.name} \${word}\`); break; } } for (const c of object.spec.containers) for (const row of rows) { if (!row.bad(c)) continue; yield violation(\`first of all \${row.says}\`); return; } for (const row of rows) { yield violation(row.says); if (object.spec.containers.some(row.bad)) break; } yield violation("no row");`,
  },
  {
    says: "a generator that leaves its own loops",
    module: `function* first(cs: readonly Container[]) { for (const c of cs) { if (c.image === undefined) { yield violation(\`first \${c.name}\`); return; } } yield violation("all have images"); }
function* named(cs: readonly Container[]): Generator<string> { for (const c of cs) { if (c.ports !== undefined) { yield c.name; break; } } for (const c of cs) for (const e of c.env ?? []) if (e.value) { yield e.name; return; } yield "none"; }`,
    body: `yield* first(object.spec.containers); for (const name of named(object.spec.containers)) yield violation(\`named \${name}\`); yield violation([...named(object.spec.containers)].join());`,
  },
  {
    says: "choices and switches in a loop that is left",
    body: `for (const c of object.spec.containers) { switch (c.name) { case "a": yield violation("is a"); return; case "b": case "c": if (c.image) { yield violation(\`\${c.name} \${c.image}\`); return; } break; default: continue; } if (c.ports === undefined) { if (c.env === undefined) { yield violation(\`\${c.name} bare\`); return; } else { yield violation(\`\${c.name} env\`); return; } } }`,
  },
  {
    says: "loops with several ways out, of which one goes further",
    body: `for (const c of object.spec.containers) { if (c.image === undefined) { yield violation(\`\${c.name} has no image\`); return; } if (c.securityContext?.privileged) break; if (c.image.includes("x")) { yield violation(\`\${c.image} is x\`); break; } } for (const c of object.spec.containers) for (const p of c.ports ?? []) { if (p.containerPort < 100) break; if (p.hostPort) { yield violation(\`\${c.name} listens\`); return; } } yield violation("after");`,
  },
  {
    says: "what ends a turn of an outer loop ends what could leave that loop",
    minKubernetes: "1.33",
    body: `for (const c of object.spec.containers) for (const p of c.ports ?? []) { if (p.containerPort < 100) { yield violation(\`\${p.containerPort} is low\`); break; } if (p.hostPort) return; } outer: for (const c of object.spec.containers) { for (const p of c.ports ?? []) { if (p.hostPort) { yield violation(\`host \${c.name}\`); continue outer; } if (p.containerPort > 400) break; } if (c.image?.includes(":")) { yield violation(\`\${c.image} is the first\`); break; } } each: for (const c of object.spec.containers) { for (const m of c.volumeMounts ?? []) { if (m.readOnly) continue; if (m.name === "h") break; for (const v of object.spec.volumes ?? []) { if (v.name === m.name) continue each; if (v.hostPath) return; } } yield violation(\`\${c.name} passes\`); if (c.ports !== undefined) break; } yield violation("after");`,
  },
  {
    says: "several ways out of a loop that knows its positions, and of rows",
    minKubernetes: "1.33",
    module: `const rows = [{ says: "has no image", bad: (c: Container) => c.image === undefined, last: true }, { says: "opens ports", bad: (c: Container) => (c.ports ?? []).length > 0, last: false }];`,
    body: `for (const [i, c] of object.spec.containers.entries()) { if (i > 0 && c.securityContext === undefined) break; if (c.image === undefined) return; yield violation(\`\${i} \${c.name}\`); } for (const row of rows) { if (!object.spec.containers.some(row.bad)) continue; yield violation(row.says); if (row.last) return; else break; } yield violation("after");`,
  },
  {
    says: "a loop inside of a choice or a block that ends all there is, and what follows stands once",
    body: `if (object.spec.hostNetwork) { for (const c of object.spec.containers) if (c.name === "a") return; } switch (object.metadata.namespace) { case "kube-system": break; default: for (const c of object.spec.containers) { if (c.image === undefined) continue; if (c.image.startsWith("nginx")) { yield violation(\`\${c.name} is nginx\`); return; } } } { for (const c of object.spec.containers) if (c.securityContext?.privileged) return; } yield violation("all the same");`,
  },
  {
    says: "an inner loop ends by break or by return, whichever comes first",
    module: `function worst(cs: readonly Container[]): string { for (const c of cs) { let n = 0; for (const p of c.ports ?? []) n += p.containerPort; for (const p of c.ports ?? []) { if (p.hostPort === 80) break; if (p.hostPort) { if (p.containerPort > 100) return \`\${c.name} \${p.hostPort} \${n}\`; break; } if (p.containerPort === 80 && c.image === undefined) return c.name; } if (c.image === "b") return "b"; } return "none"; }
function open(cs: readonly Container[]): boolean { for (const c of cs) { for (const p of c.ports ?? []) { if (p.hostPort) break; if (p.containerPort === 80) return true; } } return false; }`,
    body: `yield violation(\`\${worst(object.spec.containers)} \${open(object.spec.containers)}\`);`,
  },
  {
    says: "a loop over keys that is left says the same, whichever turn leaves it",
    body: `for (const [key, value] of Object.entries(object.metadata.labels ?? {})) { if (value === "" || key === "tier") { yield violation(\`\${object.metadata.name} has a label that says nothing\`, object); break; } }
for (const c of object.spec.containers) for (const key of Object.keys(object.metadata.labels ?? {})) { if (key === c.name) { yield violation(\`\${c.name} is a label\`); break; } }
for (const key of Object.keys(object.metadata.labels ?? {})) { if (key === "app") { yield violation("labelled"); return; } }
yield violation("no app");`,
  },
  {
    says: "a loop from the last element to the first",
    minKubernetes: "1.35",
    module: `function last(all: readonly Container[]): string { for (let i = all.length - 1; i >= 0; i--) { const c = all[i]; if (c?.image?.includes(":")) return c.name; } return "none"; }`,
    body: `const all = object.spec.containers; const out: string[] = []; let found = ""; const seen = new Set<string>();
for (let i = all.length - 1; i >= 0; i--) { const c = all[i]; if (c?.ports) yield violation(\`\${c.name} is open\`); }
for (let i = all.length - 1; i > -1; --i) { const c = all[i]; if (c === undefined) continue; let n = 0; for (const p of c.ports ?? []) n += p.containerPort; out.push(\`\${c.name} \${n}\`); }
for (let i = all.length - 1; i >= 0; i -= 1) { if (all[i]?.image) { found = all[i]?.name ?? ""; break; } }
for (let i = all.length - 1; i >= 0; i--) { const image = all[i]?.image ?? ""; if (seen.has(image)) out.push(image); seen.add(image); }
for (let i = all.length - 1; i >= 0; i--) { const c = all[i]; if (c === undefined) continue; yield violation(\`up to \${c.name}\`); if (c.ports) break; }
yield violation(\`\${out.join()} \${found} \${last(all)}\`);`,
  },
  {
    says: "a `break` by the label of a loop, which ends the case of a switch",
    minKubernetes: "1.33",
    module: `function firstUdp(pod: Pod): string { let found = "none"; all: for (const c of pod.spec.containers) { for (const p of c.ports ?? []) { switch (p.protocol) { case "UDP": found = c.name; break all; case "TCP": continue; default: break; } } } return found; }`,
    body: `named: for (const c of object.spec.containers) { switch (c.image) { case undefined: continue named; case "nginx:1": break named; default: yield violation(c.name); } } sized: for (const c of object.spec.containers) { let size = "none"; switch ((c.ports ?? []).length) { case 0: break; case 1: size = "one"; break; default: break sized; } yield violation(\`\${c.name}: \${size}\`); } yield violation(firstUdp(object));`,
  },
  {
    says: "a loop over what may be absent is left by an element that is",
    body: `for (const image of object.spec.containers.map((c) => c.image)) { yield violation(image ?? "no image"); break; } for (const name of [object.spec.hostname, object.spec.serviceAccountName]) { if (name === "a") continue; yield violation(\`named \${name ?? "nothing"}\`); break; } for (const pull of object.spec.containers.map((c) => c.imagePullPolicy)) { if (pull === "Always") break; if (pull === undefined || pull === "Never") { yield violation(\`pulls \${pull ?? "at will"}\`); return; } } yield violation("every one is pulled, up to one that always is"); for (const c of object.spec.containers) { for (const part of [c.image, c.workingDir]) { if (part === undefined) { yield violation(\`\${c.name} lacks something\`); break; } } }`,
  },
];
