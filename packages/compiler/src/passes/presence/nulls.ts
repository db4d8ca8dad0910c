import { absentType, booleanType, type Expr, optional, type Policy, required } from "@policyc/ir";
import { FreshNames } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";
import { thatIsThere } from "./there.js";

/**
 * `null` is absent, too. The engines tell the two apart, so a read of what may hold `null` becomes a choice: the value
 * where there is one that is not `null`, nothing otherwise.
 */
export const nulls: Pass = {
  name: "nulls",
  run: (policy) => rewritePolicy(policy, { expression: withoutNulls(policy) }),
};

function withoutNulls(policy: Policy): (expr: Expr) => Expr {
  const names = FreshNames.of(policy);
  return (expr) => {
    if (expr.kind !== "field" && expr.kind !== "index") return expr;
    if (expr.type.kind !== "optional" || expr.type.nullable !== true) return expr;
    const { of, span } = expr;
    if (isPath(of)) return whereNotNull(expr);
    const binder = { name: names.unique("value"), type: of.type };
    const local: Expr = { kind: "local", name: binder.name, type: of.type, span };
    const body = whereNotNull({ ...expr, of: local });
    return { kind: "let", binder, value: of, body, type: body.type, span };
  };
}

type Read = Extract<Expr, { kind: "field" | "index" }>;

function whereNotNull(read: Read): Expr {
  const { span } = read;
  const type = required(read.type);
  const value: Expr = { ...read, of: thatIsThere(read.of), type };
  return {
    kind: "conditional",
    test: { kind: "call", intrinsic: "is.given", args: [{ ...read, type }], type: booleanType, span },
    then: value,
    else: { kind: "absent", type: absentType, span },
    type: optional(type),
    span,
  };
}

/** Cheap to read more than once. */
function isPath(expr: Expr): boolean {
  if (expr.kind === "field") return isPath(expr.of);
  if (expr.kind === "index") return isPath(expr.of) && (expr.key.kind === "literal" || isPath(expr.key));
  return expr.kind === "input" || expr.kind === "local";
}
