import { absent, type Expr, mayBeAbsent, optional, required } from "@policyc/ir";
import { ts } from "../../typescript.js";
import { outOfParentheses } from "./tested.js";

/** Does a `?.` stand in this access or call, or before it? */
export function isChained(node: ts.Node): boolean {
  return (node.flags & ts.NodeFlags.OptionalChain) !== 0;
}

/** Is this what a chain with a `?.` goes on from: `(a ?? b)?.some(…)`? */
export function isReceiverInChain(node: ts.Expression): boolean {
  const written = outOfParentheses(node);
  const reader = written.parent;
  return ts.isPropertyAccessExpression(reader) && reader.expression === written && isChained(reader);
}

/** What an optional chain does: nothing where the receiver is absent. */
export function whenPresent(of: Expr, value: Expr): Expr {
  if (!mayBeAbsent(of.type) || of.type.kind === "unknown") return value;
  const { span } = value;
  return {
    kind: "conditional",
    test: { kind: "present", of, type: { kind: "boolean" }, span },
    then: value,
    else: absent(span),
    type: optional(value.type),
    span,
  };
}

/** The value of a receiver that a test, or the chain that it stands in, has shown to be there. */
export function thatIsThere(value: Expr): Expr {
  if (value.kind !== "conditional") return { ...value, type: required(value.type) };
  const { then, else: otherwise } = value;
  if (otherwise.kind === "absent" && !mayBeAbsent(then.type)) return then;
  return {
    ...value,
    then: then.kind === "absent" ? then : thatIsThere(then),
    else: otherwise.kind === "absent" ? otherwise : thatIsThere(otherwise),
    type: required(value.type),
  };
}
