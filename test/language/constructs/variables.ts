import type { Construct } from "./construct.js";

/** `let`, where it only accumulates. */
export const variables: readonly Construct[] = [
  {
    says: "push gathers, in loops, choices and functions",
    module:
      'function problems(c: Container): string[] { const found: string[] = []; if (!c.image) found.push("no image"); else if (c.image.endsWith(":latest")) found.push("latest"); for (const port of c.ports ?? []) if (port.hostPort) found.push(`host port ${port.hostPort}`); return found; }',
    body: `const all: string[] = []; const counts: number[] = []; for (const c of object.spec.containers) { if (c.image === undefined) all.push(c.name); else counts.push((c.ports ?? []).length); } yield violation(\`\${all.join()} \${counts.length}\`); for (const c of object.spec.containers) { const found = problems(c); if (found.length > 0) yield violation(\`\${c.name}: \${found.join("; ")}\`); } const said = ["first"]; said.push(object.metadata.name); if (object.metadata.labels) { said.push("labelled"); if (object.metadata.labels["app"]) said.push("app"); } yield violation(said.join("-"));`,
  },
  {
    says: "loops count, sum and find",
    body: `let count = 0;
for (const c of object.spec.containers) { if (c.securityContext?.privileged) count += 1; }
let ports = 0;
for (const c of object.spec.containers) for (const p of c.ports ?? []) ports += p.containerPort;
let found = false;
for (const v of object.spec.volumes ?? []) if (v.hostPath) found = true;
if (count > 0) yield violation(\`\${count} privileged\`);
if (found) yield violation(\`hostPath \${ports}\`);`,
  },
  {
    says: "loops in functions join, collect and take the extreme",
    module: `function countPorts(pod: Pod): number { let n = 0; for (const c of pod.spec.containers) { if (c.ports === undefined) continue; n += c.ports.length; } return n; }
function describe(pod: Pod): string { let text = "names:"; for (const c of pod.spec.containers) text += \` \${c.name}\`; if (pod.spec.hostNetwork) text += " (host)"; return text; }
function worst(pod: Pod): string { let level = "low"; if (pod.spec.hostNetwork) level = "high"; else if (pod.spec.containers.length > 1) level = "mid"; return level; }
function hasPrivileged(pod: Pod): boolean { let found = false; for (const c of pod.spec.containers) { if (c.securityContext?.privileged) { found = true; break; } } return found; }
function allTagged(cs: readonly Container[]): boolean { let fine = true; for (const c of cs) { const image = c.image ?? ""; if (!image.includes(":")) { fine = false; } } return fine; }`,
    body: `let bad: string[] = [];
for (const c of object.spec.containers) { const image = c.image; if (image === undefined) bad = [...bad, c.name]; }
if (bad.length > 0) yield violation(\`bad: \${bad.join(", ")}\`);
let biggest = 0;
for (const c of object.spec.containers) biggest = Math.max(biggest, c.name.length);
let owner: string | undefined;
if (object.metadata.labels?.["app"]) owner = object.metadata.labels["app"];
let i = 1; i++; i += 2;
yield violation(\`\${countPorts(object)} \${describe(object)} \${worst(object)} \${hasPrivileged(object)} \${allTagged(object.spec.containers)} \${owner ?? "-"} \${i}\`);`,
  },
  {
    says: "a variable that begins with what is computed is computed once",
    body: `yield violation(object.metadata.name); let xs = object.spec.containers.filter((c) => c.ports !== undefined); if (xs.some((x) => x.image) && xs.some((x) => !x.image)) yield violation("both"); xs = [...xs, ...object.spec.containers.filter((c) => c.image)]; if (xs.length > 1 && xs.some((x) => x.name === "web")) yield violation(xs.map((x) => x.name).join());`,
  },
  {
    says: "??= fills what is absent",
    body: `let team = object.metadata.labels?.["team"]; team ??= object.metadata.annotations?.["team"]; team ??= "none"; yield violation(team);  let n = object.spec.priority; if (n === undefined) n = 5; if (n > 3) yield violation("n");`,
  },
];
