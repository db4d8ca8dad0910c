import { type Expr, mayBeAbsent, required } from "@policyc/ir";
import { type Expression, Node, SyntaxKind } from "ts-morph";
import { compare, literal, logic, not, present } from "../build.js";
import type { Context } from "../context.js";
import { unclearTruth } from "../diagnostics/types.js";
import { bare } from "./operators.js";

/** The truth of an expression, decided by its static type. */
export function condition(written: Expression, cx: Context): Expr {
  const node = bare(written);
  const span = cx.span(node);
  if (Node.isPrefixUnaryExpression(node) && node.getOperatorToken() === SyntaxKind.ExclamationToken)
    return not(cx.condition(node.getOperand()), span);
  if (Node.isBinaryExpression(node)) {
    const operator = node.getOperatorToken().getText();
    if (operator === "&&" || operator === "||") {
      return logic(
        operator === "&&" ? "and" : "or",
        [cx.condition(node.getLeft()), cx.condition(node.getRight())],
        span,
      );
    }
  }
  const value = cx.expression(node);
  return (
    truth(value) ??
    (value.kind === "invalid"
      ? poisoned(value)
      : poisoned(cx.invalid(unclearTruth(span, node.getType().getText(node)))))
  );
}

/** Poison in the place of a test. */
function poisoned(value: Expr): Expr {
  return { ...value, type: { kind: "boolean" } };
}

function truth(value: Expr): Expr | undefined {
  const { span } = value;
  const type = required(value.type);
  const optional = mayBeAbsent(value.type);
  switch (type.kind) {
    case "boolean":
      return optional ? compare("==", value, literal(true, span), span) : value;
    case "string":
      return nonEmpty(value, literal("", span), optional);
    case "number":
      return nonEmpty(value, literal(0, span), optional);
    case "list":
    case "map":
    case "record":
    case "set":
      return optional ? present(value, span) : literal(true, span);
    case "absent":
      return literal(false, span);
    default:
      return undefined;
  }
}

function nonEmpty(value: Expr, empty: Expr, optional: boolean): Expr {
  const { span } = value;
  const differs = compare("!=", { ...value, type: required(value.type) }, empty, span);
  return optional ? logic("and", [present(value, span), differs], span) : differs;
}
