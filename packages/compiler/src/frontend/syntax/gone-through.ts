import { constantOf } from "../static/evaluate.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { objectCall } from "./object-call.js";
import { resolve } from "./resolve.js";
import { isA } from "./tree.js";

/** What a loop goes through, or a method that is called with a function: the list that gives the name its values. */
export function goneThrough(declaration: ts.Node | undefined): ts.Expression | undefined {
  if (isA(ts.isVariableDeclaration, declaration)) {
    const loop = declaration.parent.parent;
    return isA(ts.isForOfStatement, loop) || isA(ts.isForInStatement, loop) ? loop.expression : undefined;
  }
  const fn = isA(ts.isParameter, declaration) ? declaration.parent : undefined;
  const isFirst = fn !== undefined && "parameters" in fn && fn.parameters[0] === declaration;
  const call = isFirst && isA(ts.isCallExpression, fn.parent) ? fn.parent : undefined;
  const callee = call?.expression;
  if (call !== undefined && callee?.getText() === "Array.from" && call.arguments[1] === fn)
    return call.arguments[0];
  const isOfList =
    isA(ts.isPropertyAccessExpression, callee) &&
    /^(?:filter|some|every|map|flatMap|find|forEach)$/.test(callee.name.text);
  return isOfList ? callee.expression : undefined;
}

/** The object whose keys a name goes through: `for (const key in object)`, `Object.keys(object).some((key) => …)`. */
export function objectOfKey(key: ts.Expression): ts.Expression | undefined {
  const source = goneThrough(ts.isIdentifier(key) ? resolve(key)?.valueDeclaration : undefined);
  if (source === undefined) return undefined;
  if (isA(ts.isForInStatement, source.parent)) return source;
  const keys = objectCall(wholeList(source));
  return keys?.method === "keys" ? keys.argument : undefined;
}

/** The list of which `list.filter(…).sort()`, or a name for that, leaves some, in some order. */
export function wholeList(list: ts.Expression): ts.Expression {
  const written = bare(constantOf(list) ?? list);
  const callee = ts.isCallExpression(written) ? written.expression : undefined;
  return isA(ts.isPropertyAccessExpression, callee) && leavingSome.test(callee.name.text)
    ? wholeList(callee.expression)
    : written;
}

const leavingSome = /^(?:filter|slice|sort|toSorted|reverse|toReversed)$/;
