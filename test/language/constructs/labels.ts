import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

/** `continue` and `break` by a label, and enums. */
export const labels: readonly Construct[] = [
  {
    says: "an inner loop goes on with the next turn of the outer one",
    body: `const exempt = ["a", "h"]; outer: ${each} { for (const name of exempt) { if (c.name.startsWith(name)) continue outer; } yield violation(c.name); for (const p of c.ports ?? []) { if (p.containerPort === 80) continue; yield violation(\`\${p.containerPort}\`); } }`,
  },
  {
    says: "two loops inside go on with the outermost one",
    body: `pods: ${each} { const image = c.image ?? ""; for (const v of object.spec.volumes ?? []) for (const m of c.volumeMounts ?? []) if (m.name === v.name && v.hostPath) continue pods; if (image === "") continue pods; yield violation(\`\${c.name} \${image}\`); }`,
  },
  {
    says: "what is counted skips turns that an inner loop ends, and a break leaves both loops",
    body: `let n = 0; outer: ${each} { for (const p of c.ports ?? []) { const low = p.containerPort < 100; if (low) continue outer; } n++; } yield violation(\`\${n} without low ports\`); let first: number | undefined; all: ${each} { for (const p of c.ports ?? []) { if (p.containerPort > 80) { first = p.containerPort; break all; } } } if (first !== undefined) yield violation(\`\${first}\`);`,
  },
  {
    says: "a function searches with labels",
    module: `function clean(pod: Pod): string | undefined { outer: for (const c of pod.spec.containers) { for (const p of c.ports ?? []) { if (p.hostPort) continue outer; } if (c.image === undefined) continue outer; return c.name; } return undefined; }
function has(pod: Pod): boolean { outer: for (const c of pod.spec.containers) { for (const p of c.ports ?? []) { if (p.hostPort) break outer; if (p.containerPort === 80) return true; } } return pod.spec.hostNetwork ?? false; }`,
    body: "yield violation(clean(object) ?? 'none'); if (has(object)) yield violation('has');",
  },
  {
    says: "enums of texts and of numbers",
    module: `enum Level { low, middle = 5, high }
enum Mode { Strict = "strict", Lax = "lax" }
const modeOf = (pod: Pod): Mode => (pod.spec.hostNetwork ? Mode.Strict : Mode["Lax"]);
const levels: Record<Mode, Level> = { [Mode.Strict]: Level.high, [Mode.Lax]: Level.low };
function rank(mode: Mode): Level { switch (mode) { case Mode.Strict: return Level.high; case Mode.Lax: return Level.middle; } }`,
    body: "const mode = modeOf(object); if (mode === Mode.Strict) yield violation(`mode ${mode}`); const rest = object.spec.restartPolicy; if (rank(mode) > Level.middle) yield violation(`level ${rank(mode)} ${Level.low}`); for (const one of Object.values(Mode)) yield violation(one); if (Object.values(Mode).some((one) => one === object.metadata.labels?.['app'])) yield violation('app is a mode');",
  },
];
