import type { Expr, Type } from "@policyc/ir";
import { isQuantity } from "@policyc/sdk";
import { truth } from "./constants.js";

/** Membership in a list of literals, and patterns that need no pattern matching. */
export function simplifyCall(expr: Extract<Expr, { kind: "call" }>): Expr {
  const [first, second] = expr.args;
  if (expr.intrinsic === "list.includes" && first?.kind === "list" && second !== undefined)
    return simplifyIncludes(expr, first, second);
  if (
    expr.intrinsic === "list.length" &&
    first?.kind === "list" &&
    first.items.every((item) => !item.spread)
  ) {
    return {
      kind: "literal",
      value: first.items.length,
      type: { kind: "number", integer: true },
      span: expr.span,
    };
  }
  if (expr.intrinsic === "isQuantity" && first?.kind === "literal")
    return truth(isQuantity(String(first.value)), expr);
  if (expr.intrinsic !== "globMatches" || first?.kind !== "literal" || second === undefined) return expr;
  return simpleGlob(String(first.value), second, expr) ?? expr;
}

function simplifyIncludes(expr: Expr, list: Extract<Expr, { kind: "list" }>, value: Expr): Expr {
  if (list.items.length === 0) return truth(false, expr);
  if (value.kind !== "literal" || list.items.some((item) => item.spread || item.value.kind !== "literal"))
    return expr;
  return truth(
    list.items.some((item) => item.value.kind === "literal" && item.value.value === value.value),
    expr,
  );
}

/** `abc`, `abc*`, `*abc` and `*abc*`. */
function simpleGlob(pattern: string, text: Expr, at: Expr): Expr | undefined {
  const inner = pattern.replace(/^\*|\*$/g, "");
  if (/[*?]/.test(inner)) return undefined;
  if (pattern === "*") return truth(true, at);
  const known: Expr = {
    kind: "literal",
    value: inner,
    type: { kind: "string", literals: [inner] },
    span: at.span,
  };
  const type: Type = { kind: "boolean" };
  if (!pattern.includes("*"))
    return { kind: "compare", operator: "==", left: text, right: known, type, span: at.span };
  const [before, after] = [pattern.startsWith("*"), pattern.endsWith("*")];
  const intrinsic = before && after ? "string.includes" : before ? "string.endsWith" : "string.startsWith";
  return { kind: "call", intrinsic, args: [text, known], type, span: at.span };
}
