import { required } from "@policyc/ir";
import { fromTypeScript } from "../types/from-typescript.js";
import { keptWithChecker, typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { nameInUse } from "./names.js";
import { ancestor, descendantsOf, isA } from "./tree.js";

/** `list.forEach((item, index) => { … });` is a loop, in which `return` ends a turn. */
export type ForEachStatement = ts.ExpressionStatement & { readonly expression: ts.CallExpression };

export interface ForEach {
  readonly source: ts.Expression;
  readonly item: ts.BindingName | undefined;
  readonly position: ts.BindingName | undefined;
  readonly body: ts.Block;
}

export function isForEach(node: ts.Node | undefined): node is ForEachStatement {
  return isA(ts.isExpressionStatement, node) && forEachOf(node) !== undefined;
}

/** Nothing where the statement is anything else, or where the loop would not say the same. */
export const forEachOf: (node: ts.ExpressionStatement) => ForEach | undefined = keptWithChecker(
  (node: ts.ExpressionStatement) => {
    const call = node.expression;
    const callee = ts.isCallExpression(call) ? call.expression : undefined;
    if (!ts.isCallExpression(call) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
    const [fn, another] = call.arguments;
    if (callee.name.text !== "forEach" || another !== undefined || !isA(ts.isArrowFunction, fn))
      return undefined;
    const { body, parameters } = fn;
    const [item, second, ...others] = parameters;
    const position = nameInUse(second);
    const isPlain = parameters.every((one) => one.initializer === undefined && !one.dotDotDotToken);
    if (!ts.isBlock(body) || fn.modifiers !== undefined || !isPlain || others.length > 0) return undefined;
    const source = callee.expression;
    const { kind } = required(fromTypeScript(typeAt(source)));
    // A set gives its elements again in the place of positions, and keys of an object have none.
    const hasPositions = kind === "list" && !ts.isCallExpression(bare(source));
    if ((kind !== "list" && kind !== "set") || (position !== undefined && !hasPositions)) return undefined;
    const isGiven = descendantsOf(body, ts.isReturnStatement).some(
      (one) => one.expression !== undefined && ancestor(one, ts.isFunctionLike) === fn,
    );
    return isGiven ? undefined : { source, item: item?.name, position, body };
  },
);

/** The loop whose turns a function is. */
export function loopCalling(fn: ts.Node): ForEachStatement | undefined {
  const statement = ts.isArrowFunction(fn) ? fn.parent.parent : undefined;
  return isForEach(statement) ? statement : undefined;
}

/** The loop whose turn a `return` ends. */
export function turnEndedBy(node: ts.ReturnStatement): ForEachStatement | undefined {
  const fn = ancestor(node, ts.isFunctionLike);
  return fn === undefined ? undefined : loopCalling(fn);
}
