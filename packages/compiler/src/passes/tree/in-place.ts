import { type Expr, type Let, mayBeAbsent } from "@policyc/ir";

/** What stands in the place of a `let`: where tests before have shown that the value is there, they have shown it of its body. */
export function inPlaceOf({ type }: Let, body: Expr): Expr {
  if (mayBeAbsent(type) || !mayBeAbsent(body.type)) return body;
  return { ...body, type: body.type.kind === "optional" ? body.type.of : type };
}
