import { type Expr, literal, type Type } from "@policyc/ir";
import { logic, not } from "../../build/nodes.js";
import { matchAsked } from "../../builtins/regexp.js";
import type { Context } from "../../context.js";
import { resolve } from "../../syntax/resolve.js";
import { ts } from "../../typescript.js";
import { decided } from "../rows/decided.js";
import { kindOf } from "../rows/questions.js";
import { writtenAt } from "../rows/written.js";
import { bare } from "./bare.js";
import { truthOf } from "./truth.js";

/** The truth of an expression, decided by its static type. */
export function condition(written: ts.Expression, cx: Context): Expr {
  const node = bare(written);
  const span = cx.span(node);
  const known = decided(node, cx);
  if (known !== undefined) return literal(known, span);
  const part = partOfRow(node, cx);
  if (part !== undefined) return part.cx.condition(part.node);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return not(cx.condition(node.operand), span);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.getText();
    if (operator === "&&" || operator === "||") {
      if (decided(node.left, cx) !== undefined) return cx.condition(node.right);
      return logic(
        operator === "&&" ? "and" : "or",
        [cx.condition(node.left), cx.condition(node.right)],
        span,
      );
    }
  }
  return matchAsked(node, cx) ?? truthOf(cx.expression(node), node, cx);
}

/** What a name of a row's part stands for: of that its type says more than that of the name, which is of any row. */
function partOfRow(
  node: ts.Expression,
  cx: Context,
): { readonly node: ts.Expression; readonly cx: Context } | undefined {
  const row = ts.isPropertyAccessExpression(node) ? bare(node.expression) : node;
  const symbol = ts.isIdentifier(row) ? resolve(row) : undefined;
  if (symbol === undefined || cx.scope.get(symbol)?.kind !== "written") return undefined;
  const { node: part, scope } = writtenAt(node, cx);
  const isPart = part !== node && ts.isExpression(part) && primitives.has(kindOf(part));
  return isPart ? { node: part, cx: cx.seeing(scope) } : undefined;
}

const primitives: ReadonlySet<Type["kind"]> = new Set(["boolean", "string", "number"]);
