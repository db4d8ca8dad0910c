import type { Span } from "@policyc/diagnostics";
import { absentType, booleanType, type Expr, type Literal, mayBeAbsent } from "@policyc/ir";

export function literal(value: string | number | boolean, span: Span): Literal {
  if (typeof value === "string")
    return { kind: "literal", value, type: { kind: "string", literals: [value] }, span };
  if (typeof value === "number")
    return { kind: "literal", value, type: { kind: "number", integer: Number.isInteger(value) }, span };
  return { kind: "literal", value, type: booleanType, span };
}

export function absent(span: Span): Expr {
  return { kind: "absent", type: absentType, span };
}

/** What a read becomes that finds nothing. Where a test had shown the contrary the code is dead, and keeps its type. */
export function absentRead({ span, type }: Expr): Expr {
  return mayBeAbsent(type) ? absent(span) : { kind: "absent", type, span };
}

export function isTrue(expr: Expr): boolean {
  return expr.kind === "literal" && expr.value === true;
}

export function isFalse(expr: Expr): boolean {
  return expr.kind === "literal" && expr.value === false;
}

/** Is the value certainly there? Reads are trusted to be what their type says by the author's tests alone. */
export function isConstructed({ kind }: Expr): boolean {
  return (
    kind === "literal" ||
    kind === "list" ||
    kind === "record" ||
    kind === "concat" ||
    kind === "not" ||
    kind === "logic" ||
    kind === "compare" ||
    kind === "arithmetic" ||
    kind === "quantify" ||
    kind === "collect"
  );
}
