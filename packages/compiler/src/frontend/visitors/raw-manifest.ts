import type { Expr } from "@policyc/ir";
import { type BinaryExpression, type Expression, Node } from "ts-morph";
import { isOmitted } from "../types/omitted.js";
import { bare } from "./bare.js";

/** `object.spec.hostNetwork === false`: what is admitted has no such field then. */
export function heldByManifestsAlone(
  node: BinaryExpression,
  left: Expr,
  right: Expr,
): { readonly field: string; readonly value: string } | undefined {
  const [constant, other, written] =
    right.kind === "literal"
      ? [right, bare(node.getLeft()), node.getRight()]
      : [left, bare(node.getRight()), node.getLeft()];
  // A variable may hold something else another time.
  if (Node.isIdentifier(written)) return undefined;
  if (constant.kind !== "literal" || !Node.isPropertyAccessExpression(other)) return undefined;
  if (!isOmitted(other.getNameNode().getSymbol(), constant.value)) return undefined;
  const field = other.getText();
  return countsAbsence(node, field) ? undefined : { field, value: JSON.stringify(constant.value) };
}

/** `x === undefined || x === ""`, `x !== undefined && x !== ""`: says the same of the raw manifest as of what is admitted. */
function countsAbsence(node: BinaryExpression, field: string): boolean {
  const [joined, operator] = node.getOperatorToken().getText() === "===" ? ["||", "==="] : ["&&", "!=="];
  const absence = new RegExp(`^(?:${operator} ?(?:undefined|null)|${operator.slice(0, 2)} null)$`);
  const parts = (one: Expression): readonly Expression[] => {
    const written = bare(one);
    return Node.isBinaryExpression(written) && written.getOperatorToken().getText() === joined
      ? [...parts(written.getLeft()), ...parts(written.getRight())]
      : [written];
  };
  const whole = node
    .getAncestors()
    .filter(Node.isBinaryExpression)
    .filter((around) => around.getOperatorToken().getText() === joined);
  return whole.map(parts).some(
    (all) =>
      all.includes(node) &&
      all.some((part) => {
        const text = part.getText();
        return text.startsWith(field) && absence.test(text.slice(field.length).trim());
      }),
  );
}
