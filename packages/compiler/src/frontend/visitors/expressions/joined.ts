import { ancestorsOf } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";

/** What `&&`, or `||`, joins with an expression: of `a && (b && c)` both others. */
export function joinedWith(node: ts.Expression, operator: "&&" | "||"): readonly ts.Expression[] {
  const isJoining = (one: ts.Node): one is ts.BinaryExpression =>
    ts.isBinaryExpression(one) && one.operatorToken.getText() === operator;
  const partsOf = (one: ts.Expression): readonly ts.Expression[] => {
    const written = bare(one);
    return isJoining(written) ? [...partsOf(written.left), ...partsOf(written.right)] : [written];
  };
  return ancestorsOf(node)
    .filter(isJoining)
    .map(partsOf)
    .filter((parts) => parts.includes(node))
    .flatMap((parts) => parts.filter((part) => part !== node));
}
