import { type Expr, type ExprOf, mayBeAbsent } from "@policyc/ir";
import { isTrivial } from "../functions/inline.js";

/** A path of fields and entries, with what stands in where it finds nothing: to read it again costs less than a name for it. */
export function isPath(expr: Expr): boolean {
  switch (expr.kind) {
    case "coalesce":
      return isPath(expr.of) && isPath(expr.fallback);
    case "field":
      return isPath(expr.of);
    case "index":
      return isPath(expr.of) && isPath(expr.key);
    case "list":
      return expr.items.length === 0;
    case "record":
      return expr.entries.length === 0;
    case "local":
    case "input":
    case "literal":
    case "absent":
      return true;
    default:
      return false;
  }
}

/** A path of fields alone: what stands for it may be replaced by it everywhere. */
export function isFieldPath(expr: Expr): boolean {
  return isTrivial(expr) || (expr.kind === "field" && isFieldPath(expr.of));
}

/** A value that has a name as a rule, and is always there. A truth is asked for instead. */
export function isRule(expr: Expr): expr is ExprOf<"apply"> {
  const isCalled = expr.kind === "apply" && expr.args.length === 0;
  return isCalled && !mayBeAbsent(expr.type) && expr.type.kind !== "boolean";
}

/** Is it the value that has this name? */
export function isNamed(expr: Expr | undefined, name: string): boolean {
  return expr?.kind === "local" && expr.name === name;
}
