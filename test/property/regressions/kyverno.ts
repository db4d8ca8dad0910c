import type { Regression } from "./regression.js";

/** What Kubernetes' CEL took and Kyverno's did not, for whose checker the type of `orValue` is `dyn`. */
export const ofKyverno: readonly Regression[] = [
  {
    says: "a text and what stands in for one, in a record",
    body: 'for (const c of object.spec.containers) for (const { name, value } of (c.args ?? []).map((arg) => ({ name: arg.split("=")[0] ?? "", value: arg.split("=")[1] ?? "true" }))) if (value !== "false") yield violation(`${name} ${value}`);',
  },
  {
    says: "a constant beside what stands in for an entry of a table, in a list and as a test",
    module:
      "const ports: { [name: string]: number } = { web: 80, api: 443 }; const open: { [name: string]: boolean } = { web: true };",
    body: "for (const c of object.spec.containers) { const some = [ports[c.name] ?? 1, 2]; if (open[c.name] ?? false) yield violation(c.name); if (some.some((port) => port > 1)) yield violation(`${some.join()} ${ports[c.name] ?? 0}`); }",
  },
  {
    says: "numbers that may be absent, in a list of which the first is asked",
    module:
      "function firstOf(...values: readonly (number | undefined)[]): number | undefined { return values.find((value) => value !== undefined); }",
    body: "for (const c of object.spec.containers) { const user = firstOf(c.securityContext?.runAsUser, object.spec.securityContext?.runAsUser); if (user === undefined) yield violation(`${c.name}: none`); else if (user < 1000) yield violation(`${c.name}: ${user}`); }",
  },
  {
    says: "a text that is said twice where there is none, beside a constant",
    minKubernetes: "1.33",
    body: 'for (const c of object.spec.containers) for (const [key, value] of Object.entries(Object.fromEntries((c.args ?? []).map((arg) => [arg, (request.operation ?? "").repeat(2)] as const)))) yield violation(`${key} ${value}`); for (const [a, b] of object.spec.containers.map((c) => ["x", (request.operation ?? "-").repeat(2)] as const)) yield violation(`${a} ${b}`);',
  },
  {
    says: "the greater of a number that a text may say and of a whole one",
    body: 'for (const c of object.spec.containers) { const n = c.image === undefined ? 0 : (parseNumber(c.image.split(":")[1] ?? "x") ?? 1); const m = c.image === "b" ? (parseNumber("7") ?? 0) : c.name.length; if (n !== m) { yield violation(`${c.name} ${Math.max(n, m)} ${Math.min(n, 3, m)}`); return; } }',
  },
];
