import { absent, type Expr, mayBeAbsent } from "@policyc/ir";

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
