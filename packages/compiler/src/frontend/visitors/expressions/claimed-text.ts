import { isA } from "../../syntax/tree.js";
import { isOf } from "../../types/flags.js";
import { typeAt } from "../../types/kept.js";
import { formsOf } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";
import { isShownKey } from "./said-there.js";

/**
 * Does nothing depend on what an `as` claims of a text? So it is of what a list or set is asked for,
 * `levels.includes(text as Level)`, of what is compared with a text, and of a key that the object surely has:
 * `limits[name as keyof typeof limits]` behind `name in limits`.
 */
export function isClaimOfText(node: ts.AsExpression): boolean {
  const [from, to] = [typeAt(node.expression), typeAt(node)];
  const around = outOfParentheses(node);
  const { parent } = around;
  if (isAskedFor(around)) return isText(from.getNonNullableType()) && (isText(to) || isAnything(to));
  if (!isText(from) || !isText(to)) return false;
  if (ts.isElementAccessExpression(parent) && parent.argumentExpression === around)
    return isShownKey(bare(parent.expression), bare(node.expression), parent);
  return ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText());
}

function outOfParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node.parent) ? outOfParentheses(node.parent) : node;
}

const asking: ReadonlySet<string> = new Set(["includes", "indexOf", "lastIndexOf", "has"]);

function isAskedFor(node: ts.Expression): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== node) return false;
  const callee = call.expression;
  return isA(ts.isPropertyAccessExpression, callee) && asking.has(callee.name.text);
}

function isText(type: ts.Type): boolean {
  return formsOf(type).every((form) => form.isStringLiteral() || isOf(form, ts.TypeFlags.String));
}

function isAnything(type: ts.Type): boolean {
  return isOf(type, ts.TypeFlags.Any) || isOf(type, ts.TypeFlags.Never);
}
