import { type Expr, type IntrinsicName, literal, required, type Type } from "@policyc/ir";

/** `typeof x === "string"` of what is known, or can only be something else: what its author says then is never evaluated. */
export function foldAskedType(expr: Expr): Expr {
  if (expr.kind !== "call") return expr;
  const asked = kindsAsked[expr.intrinsic];
  const [value] = expr.args;
  if (asked === undefined || value === undefined) return expr;
  const { kinds, isSure } = kindsOf(required(value.type));
  if (isSure && !kinds.includes(asked)) return literal(false, expr.span);
  return value.kind === "literal" ? literal(typeof value.value === asked, expr.span) : expr;
}

const kindsAsked: Partial<Record<IntrinsicName, Type["kind"]>> = {
  "is.string": "string",
  "is.number": "number",
  "is.boolean": "boolean",
};

/** What it may be, where all that it may be is known. */
function kindsOf(type: Type): { readonly kinds: readonly Type["kind"][]; readonly isSure: boolean } {
  const kinds = (type.kind === "union" ? type.members : [type]).map(({ kind }) => kind);
  return {
    kinds,
    isSure: !kinds.some((kind) => kind === "unknown" || kind === "absent" || kind === "union"),
  };
}
