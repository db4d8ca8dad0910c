import type { Span } from "@policyc/diagnostics";
import type { Expr, Literal } from "./expression.js";
import { absentType, booleanType } from "./type.js";

/** A constant, of the type that has no other value, where it is a text. */
export function literal(value: string | number | boolean, span: Span): Literal {
  if (typeof value === "string")
    return { kind: "literal", value, type: { kind: "string", literals: [value] }, span };
  if (typeof value === "number")
    return { kind: "literal", value, type: { kind: "number", integer: Number.isInteger(value) }, span };
  return { kind: "literal", value, type: booleanType, span };
}

/** `undefined` and `null`. */
export function absent(span: Span): Expr {
  return { kind: "absent", type: absentType, span };
}
