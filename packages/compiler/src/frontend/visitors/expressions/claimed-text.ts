import { objectOfKey } from "../../syntax/gone-through.js";
import { isA } from "../../syntax/tree.js";
import { isOf } from "../../types/flags.js";
import { typeAt } from "../../types/kept.js";
import { formsOf } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";
import { isShownKey } from "./said-there.js";
import { hasAll, keysWritten } from "./written-keys.js";

/**
 * Does nothing depend on what an `as` claims of a text? So it is of what a list or set is asked for,
 * `levels.includes(text as Level)`, of what is compared with a text, of a key that the object surely has:
 * `limits[name as keyof typeof limits]` behind `name in limits`, and of one that goes through all that are written out.
 */
export function isClaimOfText(node: ts.AsExpression): boolean {
  const [from, to] = [typeAt(node.expression), typeAt(node)];
  const around = outOfParentheses(node);
  const { parent } = around;
  if (isKeyWritten(node)) return true;
  if (isAskedFor(around)) return isText(from.getNonNullableType()) && (isText(to) || isAnything(to));
  if (!isText(from) || !isText(to)) return false;
  if (ts.isElementAccessExpression(parent) && parent.argumentExpression === around)
    return isShownKey(bare(parent.expression), bare(node.expression), parent);
  return ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText());
}

/** `for (const key in limits) { const name = key as keyof typeof limits; … }` */
function isKeyWritten(node: ts.AsExpression): boolean {
  const table = objectOfKey(bare(node.expression));
  const keys = table === undefined ? undefined : keysWritten(bare(table), bare);
  return keys !== undefined && hasAll(typeAt(node), keys);
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
