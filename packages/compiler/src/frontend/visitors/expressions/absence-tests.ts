import { isOf } from "../../types/flags.js";
import { typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { joinedWith } from "./joined.js";
import { isRead } from "./nulls-read.js";

/** A comparison with `undefined` or `null`. */
export interface AbsenceTest {
  /** What is compared. */
  readonly of: ts.Expression;
  readonly isThere: boolean;
  /**
   * What it is on engines where the two are one value. `absence`: whether there is something. `never`: JavaScript finds
   * no `null` there, so that it is the same whatever there is. `apart`: it would have to tell the two apart.
   */
  readonly means: "absence" | "never" | "apart";
}

/** Nothing where it is another comparison. */
export function absenceTestOf(node: ts.Node): AbsenceTest | undefined {
  if (!ts.isBinaryExpression(node)) return undefined;
  const operator = node.operatorToken.getText();
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const [of, nothing] = isNothing(node.right) ? [node.left, node.right] : [node.right, node.left];
  if (!isNothing(nothing)) return undefined;
  const isThere = operator.startsWith("!");
  const asksForNull = nothing.kind === ts.SyntaxKind.NullKeyword;
  const means = operator.length === 2 ? "absence" : strictly(of, asksForNull, () => isOneOfTwo(node, of));
  return { of, isThere, means };
}

function strictly(of: ts.Expression, asksForNull: boolean, isBoth: () => boolean): AbsenceTest["means"] {
  const type = typeAt(of);
  const isNull = has(type, ts.TypeFlags.Null) && !isRead(of);
  if (!asksForNull) return !isNull || isBoth() ? "absence" : "apart";
  if (isNull) return !has(type, ts.TypeFlags.Undefined) || isBoth() ? "absence" : "apart";
  const mayBeAbsent = has(type, ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Unknown);
  return mayBeAbsent && !isBoth() ? "apart" : "never";
}

function isNothing(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}

function has(type: ts.Type, flags: ts.TypeFlags): boolean {
  return type.isUnion() ? type.types.some((one) => isOf(one, flags)) : isOf(type, flags | ts.TypeFlags.Any);
}

/** `x === undefined || x === null`, `x !== null && x !== undefined`: together they ask for either. */
function isOneOfTwo(node: ts.BinaryExpression, of: ts.Expression): boolean {
  const operator = node.operatorToken.getText();
  const joined = operator.startsWith("!") ? "&&" : "||";
  return joinedWith(node, joined).some((other) => {
    if (!ts.isBinaryExpression(other) || other.operatorToken.getText() !== operator) return false;
    const sides = [other.left, other.right];
    return sides.some(isNothing) && sides.some((side) => side.getText() === of.getText());
  });
}
