import type { Expr } from "@policyc/ir";
import { isOmitted } from "../../types/omitted.js";
import { symbolAt } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";
import { joinedWith } from "./joined.js";

/** `object.spec.hostNetwork === false`: what is admitted has no such field then. */
export function heldByManifestsAlone(
  node: ts.BinaryExpression,
  left: Expr,
  right: Expr,
): { readonly field: string; readonly value: string } | undefined {
  const [constant, other, written] =
    right.kind === "literal" ? [right, bare(node.left), node.right] : [left, bare(node.right), node.left];
  // A variable may hold something else another time.
  if (ts.isIdentifier(written)) return undefined;
  if (constant.kind !== "literal" || !ts.isPropertyAccessExpression(other)) return undefined;
  if (!isOmitted(symbolAt(other.name), constant.value)) return undefined;
  const field = other.getText();
  return countsAbsence(node, field) ? undefined : { field, value: JSON.stringify(constant.value) };
}

/** `x === undefined || x === ""`, `x !== undefined && x !== ""`: says the same of the raw manifest as of what is admitted. */
function countsAbsence(node: ts.BinaryExpression, field: string): boolean {
  const [joined, operator] =
    node.operatorToken.getText() === "===" ? (["||", "==="] as const) : (["&&", "!=="] as const);
  const absence = new RegExp(`^(?:${operator} ?(?:undefined|null)|${operator.slice(0, 2)} null)$`);
  return joinedWith(node, joined).some((part) => {
    const text = part.getText();
    return text.startsWith(field) && absence.test(text.slice(field.length).trim());
  });
}
