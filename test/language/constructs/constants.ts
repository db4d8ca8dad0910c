import type { Construct } from "./construct.js";

/** What authors keep constants in: classes, namespaces, frozen objects. */
export const constants: readonly Construct[] = [
  {
    says: "constants and functions of a class",
    module: `/** Limits. */
class Limits {
  static readonly MOST = 1;
  /** Paths that nobody mounts. */
  static readonly PATHS = ["/etc", "/var", "/proc", "/"] as const;
  static readonly PORTS: Readonly<Record<string, readonly number[]>> = { a: [80, 443], web: [80] };
  static readonly NAME = /^[b-z]/;
  static isOf(path: string): boolean {
    return Limits.PATHS.some((one) => one === path);
  }
}`,
    body: `if (object.spec.containers.length > Limits.MOST) yield violation(\`more than \${Limits.MOST}\`);
for (const v of object.spec.volumes ?? []) if (Limits.isOf(v.hostPath?.path ?? "")) yield violation(v.name);
for (const c of object.spec.containers) {
  if (!Limits.NAME.test(c.name)) yield violation(\`\${c.name} \${Limits.PATHS.join()}\`);
  const open = Limits.PORTS[c.name] ?? [];
  for (const p of c.ports ?? []) if (!open.includes(p.hostPort ?? 443) || p.containerPort === Limits.PORTS["a"]?.[0]) yield violation(\`\${c.name} \${p.containerPort}\`);
}`,
  },
  {
    says: "constants and functions of a namespace of TypeScript's, and of one that is imported",
    module: `import * as k8s from "@policyc/sdk";
import { violation as deny } from "@policyc/sdk";
namespace Levels {
  export const LOW = "x";
  export const ALL: readonly string[] = ["x", "y", "z", "top"];
  export const isOne = (text: string): boolean => ALL.includes(text);
}`,
    body: `const level = object.metadata.labels?.["app"] ?? Levels.LOW;
if (Levels.isOne(level)) yield deny(\`\${level} of \${Levels.ALL.join("|")}\`);
for (const c of k8s.containers(object)) yield k8s.violation(\`\${c.name} \${k8s.imageTag(c.image ?? "") ?? "none"}\`);`,
  },
  {
    says: "frozen objects and lists",
    module: `const names = Object.freeze(["a", "b", "c", "d"]);
const Kind = Object.freeze({ ALWAYS: "Always", NEVER: "Never", tests: { of: (c: Container) => c.image === undefined } } as const);
const limits = Object.freeze<Record<string, number>>({ a: 1, b: 0 });`,
    body: `for (const c of object.spec.containers) {
  if (names.includes(c.name) && c.imagePullPolicy === Kind.ALWAYS) yield violation(\`\${c.name} \${Kind.NEVER}\`);
  if (Kind.tests.of(c)) yield violation(c.name);
  if ((c.ports ?? []).length > (limits[c.name] ?? 0)) yield violation(\`\${c.name}: \${limits[c.name] ?? 0}\`);
}`,
  },
  {
    says: "the members of an enum, found by what they are, and a text that is one of them",
    module: `enum Level { Low = "x", High = "z", Top = "top" }
const GiB = 1024 ** 3;
const weights: Record<Level, number> = { [Level.Low]: 1, [Level.High]: 2 ** 2, [Level.Top]: GiB };
const levelOf = (text: string): Level | undefined => Object.values(Level).find((level) => level === text);
const isLow = (text: string): text is "x" | "z" => text === "x" || text === "z";`,
    body: `const app = object.metadata.labels?.["app"] ?? "top";
const level = levelOf(app);
if (level === undefined) yield violation(\`\${app} is none of \${Object.values(Level).join()}\`);
else if (weights[level] > 1) yield violation(\`\${level} weighs \${weights[level]}\`);
if (isLow(app)) yield violation(\`\${weights[app as Level]} of \${app}\`);`,
  },
  {
    says: "names in quotes of a class, an enum in two places, and functions that are called as those of JavaScript",
    module: `class Limits { static readonly "most" = 1; static readonly ["least"] = 0; }
enum Place { first = "a" }
enum Place { second = "b" }
namespace own { export const Number = (text: string): number => (text.includes("a") ? 1 : 2); }
const String = (text: string): string => \`<\${text}>\`;`,
    body: `for (const place of Object.values(Place)) if (object.metadata.name !== place) yield violation(\`not \${place}\`);
if (object.spec.containers.length > Limits.most || object.spec.containers.length < Limits.least + 1) yield violation("many");
yield violation(\`\${String(object.metadata.name)} \${object.spec.containers.map((c) => c.name).map(String).join(",")} \${own.Number(object.metadata.name)}\`);`,
  },
];
