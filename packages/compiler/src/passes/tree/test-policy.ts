import { type Expr, type FunctionIR, type Policy, type Stream, stringType, type Type } from "@policyc/ir";

const span = { file: "policy.ts", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
const record: Type = { kind: "record", name: "Object" };
const texts: Type = { kind: "list", element: stringType };

/** Small IR by hand, for tests. */
export const make = {
  span,
  texts,
  text: (value: string): Expr => ({
    kind: "literal",
    value,
    type: { kind: "string", literals: [value] },
    span,
  }),
  input: (root: "object" | "params" | "request"): Expr => ({ kind: "input", root, type: record, span }),
  local: (name: string, type: Type = stringType): Expr => ({ kind: "local", name, type, span }),
  field: (of: Expr, name: string, type: Type = stringType): Expr => ({ kind: "field", of, name, type, span }),
  concat: (...parts: readonly Expr[]): Expr => ({ kind: "concat", parts, type: stringType, span }),
  equals: (left: Expr, right: Expr): Expr => ({
    kind: "compare",
    operator: "==",
    left,
    right,
    type: { kind: "boolean" },
    span,
  }),
  differs: (left: Expr, right: Expr): Expr => ({
    kind: "compare",
    operator: "!=",
    left,
    right,
    type: { kind: "boolean" },
    span,
  }),
  or: (of: Expr, fallback: Expr): Expr => ({ kind: "coalesce", of, fallback, type: fallback.type, span }),
  list: (...values: readonly Expr[]): Expr => ({
    kind: "list",
    items: values.map((value) => ({ spread: false, value })),
    type: texts,
    span,
  }),
  some: (over: Expr, name: string, where: Expr): Expr => ({
    kind: "quantify",
    quantifier: "some",
    iteration: { over, binder: { name, type: stringType } },
    where,
    type: { kind: "boolean" },
    span,
  }),
  apply: (name: string, type: Type, ...args: readonly Expr[]): Expr => ({
    kind: "apply",
    function: name,
    args,
    type,
    span,
  }),
  violation: (message: Expr): Stream => ({ kind: "violation", message, span }),
  guard: (when: Expr, then: Stream): Stream => ({ kind: "guard", when, then, span }),
  each: (over: Expr, name: string, body: Stream, type: Type = stringType): Stream => ({
    kind: "each",
    iteration: { over, binder: { name, type } },
    body,
    span,
  }),
  bind: (name: string, value: Expr, body: Stream): Stream => ({
    kind: "bind",
    binder: { name, type: value.type },
    value,
    body,
    span,
  }),
  sequence: (...items: readonly Stream[]): Stream => ({ kind: "sequence", items, span }),
  fn: (name: string, param: string, value: Expr, type: Type = stringType): FunctionIR => ({
    name,
    params: [{ name: param, type }],
    body: { kind: "value", value },
    span,
  }),
} as const;

export function policyOf(body: Stream, functions: readonly FunctionIR[] = []): Policy {
  return {
    name: "test",
    title: "The title",
    description: "",
    severity: "low",
    controls: [],
    match: {
      kinds: [{ group: "", version: "v1", kind: "Pod", plural: "pods", scope: "Namespaced" }],
      operations: ["CREATE", "UPDATE"],
    },
    params: { schema: { type: "object" }, defaults: {} },
    constraintKind: "Test",
    functions,
    body,
    span,
  };
}
