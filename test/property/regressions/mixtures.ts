import type { Regression } from "./regression.js";

/** About values of several types, as `pnpm fuzz:expressions` writes them. */
export const ofMixtures: readonly Regression[] = [
  {
    says: "a truth that is asked again where it holds, beside a text",
    minKubernetes: "1.33",
    body: 'for (const c of object.spec.containers) { const v = c.stdin ? c.stdin || object.spec.hostNetwork : "a"; if (v) yield violation(c.name); const w = c.stdin === undefined ? (c.image ? true : object.spec.hostNetwork) : "a"; if (w) yield violation(`${c.name} 2`); }',
  },
  {
    says: "a list in the place of a text, and an object",
    minKubernetes: "1.33",
    body: 'const all = object.spec.containers.map((c) => c.args?.at(-1) ?? ["a"]); if (all.some((x) => x)) yield violation("one"); for (const c of object.spec.containers) { const v = c.image ?? c.args ?? ["a"]; if (v) yield violation(c.name); const y = c.args?.[0] ?? c.securityContext; if (typeof y === "string") yield violation(y); }',
  },
  {
    says: "the keys of a table that is spread in what is spread",
    minKubernetes: "1.35",
    module: 'const known: { [key: string]: string } = { a: "web", ab: "a", c: "x" };',
    body: 'const named = { ...{ ...known, a: object.metadata.name }, ...(object.spec.hostNetwork && { a: object.metadata.finalizers?.at(-1) }) }[object.metadata.name]; if (named !== undefined) yield violation(named); const more: Record<string, string> = { ...{ ...known, a: "b" }, web: "b" }; for (const c of object.spec.containers) yield violation(`${c.name} ${more[c.name] ?? "none"}`);',
  },
];
