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
const kinds: Record<string, number> = { [Mode.Strict]: 60 * 60, [Level.high]: 1 / (2 * 2), plain: 3 };
const checks = { [Mode.Strict]: (pod: Pod) => pod.spec.hostNetwork === true, [Mode.Lax]: (pod: Pod) => pod.spec.containers.length > 1 };
const modeOf = (pod: Pod): Mode => (pod.spec.hostNetwork ? Mode.Strict : Mode["Lax"]);
const levels: Record<Mode, Level> = { [Mode.Strict]: Level.high, [Mode.Lax]: Level.low };
function rank(mode: Mode): Level { switch (mode) { case Mode.Strict: return Level.high; case Mode.Lax: return Level.middle; } }`,
    body: "const mode = modeOf(object); if (mode === Mode.Strict) yield violation(`mode ${mode}`); yield violation(`${kinds[mode] ?? 0}`); if (checks[mode](object)) yield violation('checked'); if ((kinds['6'] ?? 0) < 1) yield violation('a quarter'); if (rank(mode) > Level.middle) yield violation(`level ${rank(mode)} ${Level.low}`); for (const one of Object.values(Mode)) yield violation(one); if (Object.values(Mode).some((one) => one === object.metadata.labels?.['app'])) yield violation('app is a mode');",
  },
  {
    says: "whether a label is found, whichever is the first",
    body: `const { labels = {} } = object.metadata; const found = Object.keys(labels).find((key) => key.startsWith("a")); const pair = Object.entries(labels).find(([key, value]) => key !== value); const [first] = Object.values(labels); if (found !== undefined) yield violation("a…"); if (pair && first !== undefined) yield violation("a pair"); if (!pair) yield violation("no pair"); if (first === undefined) yield violation("no label");`,
  },
];
