import { type Expr, mayBeAbsent, required } from "@policyc/ir";
import { ofType } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { fieldNameOf } from "../../syntax/tree.js";
import { checkerOf } from "../../types/checker.js";
import { keptWithChecker, typeAt } from "../../types/kept.js";
import { elementTypeOf } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { asTakenFor } from "./taken-for.js";

/**
 * A list as its reader declares it: TypeScript takes a `string[]` for a `(string | undefined)[]`, of which each element
 * is asked whether it is there.
 */
export function asExpected(value: Expr, node: ts.Expression, cx: Context): Expr {
  const declared = isOfDeclared(node) ? expectedType(node) : undefined;
  const expr = declared === undefined ? value : asTakenFor(value, node, declared, cx);
  const type = required(expr.type);
  if (type.kind !== "list" || mayBeAbsent(type.element)) return expr;
  const expected = expectedType(node);
  return expected === undefined ? expr : ofType(expr, cx.typeOf(expected));
}

/** Does it become what a name, a field or a function is declared as? What JavaScript's own functions take is no matter of ours. */
function isOfDeclared(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) return parent.type !== undefined;
  if (ts.isParenthesizedExpression(parent)) return isOfDeclared(parent);
  if (ts.isArrowFunction(parent)) return parent.body === node && parent.type !== undefined;
  return ts.isPropertyAssignment(parent) || ts.isReturnStatement(parent);
}

const expectedType: (node: ts.Expression) => ts.Type | undefined = keptWithChecker((node: ts.Expression) =>
  keepsOwnType(node) ? undefined : (checkerOf(node).getContextualType(node) ?? typeAmongOthers(node)),
);

/** Of `value satisfies T` the reader sees the value's own type, and so does a pattern that takes it apart. */
function keepsOwnType(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isSatisfiesExpression(parent)) return true;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent))
    return !ts.isIdentifier(parent.name) && (ts.isBindingElement(parent) || parent.type === undefined);
  const isPart =
    ts.isParenthesizedExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isConditionalExpression(parent);
  return isPart && keepsOwnType(parent);
}

/** Of objects beside each other, `[{ names }, { names: [undefined] }]`, the reader sees what either may be. */
function typeAmongOthers({ parent }: ts.Expression): ts.Type | undefined {
  if (!ts.isPropertyAssignment(parent)) return undefined;
  const field = fieldNameOf(parent.name);
  const property = field === undefined ? undefined : eitherType(parent.parent)?.getProperty(field);
  return property === undefined ? undefined : checkerOf(parent).getTypeOfSymbol(property);
}

function eitherType(node: ts.Expression): ts.Type | undefined {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return eitherType(parent);
  if (ts.isConditionalExpression(parent)) return eitherType(parent) ?? typeAt(parent);
  return ts.isArrayLiteralExpression(parent) ? elementTypeOf(typeAt(parent)) : undefined;
}
