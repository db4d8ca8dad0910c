import { loopCalling } from "../../syntax/for-each.js";
import { isLoop, type LoopStatement } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestor, ancestorsOf, isA } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { isSetBetween, statementOf, usesOf } from "./variable-uses.js";

/**
 * `const seen = new Set<string>();` that one loop, perhaps in others, asks for a value and then adds it to; or a list,
 * by `includes` and `push`.
 */
export interface SeenSet {
  readonly symbol: ts.Symbol;
  readonly value: ts.Expression;
  /** The loops around, the outermost first. */
  readonly loops: readonly LoopStatement[];
}

/** Nothing where the set is anything more than that. */
export const seenSetOf: (node: ts.VariableStatement) => SeenSet | undefined = keptWithChecker(
  (node: ts.VariableStatement) => {
    const [declaration, another] = node.declarationList.declarations;
    const made = declaration?.initializer;
    const name = declaration?.name;
    const methods = made === undefined ? undefined : methodsOfEmpty(bare(made));
    if (methods === undefined || another !== undefined || !isA(ts.isIdentifier, name)) return undefined;
    const symbol = resolve(name);
    const uses = usesOf(name, node);
    const calls = uses.flatMap((use) => callOn(use) ?? []);
    const [added, addedAgain] = calls.filter((call) => methodOf(call) === methods.adds);
    const isAsked = calls.some((call) => methodOf(call) === methods.asks);
    // What is only added to is a list like any other.
    if (methods.adds === "push" && !isAsked) return undefined;
    const value = added?.arguments[0];
    const isSimple = calls.every(
      (call) =>
        call.arguments[0]?.getText() === value?.getText() &&
        call.arguments.length === 1 &&
        (call === added ||
          (methodOf(call) === methods.asks &&
            isBefore(call, added) &&
            !isSetBetween(call, call.end, added?.pos ?? call.end))),
    );
    if (symbol === undefined || added === undefined || addedAgain !== undefined || !isSimple)
      return undefined;
    if (calls.length < uses.length || !ts.isExpressionStatement(added.parent)) return undefined;
    const loops = loopsAround(added, node);
    return loops.length > 0 && value !== undefined ? { symbol, value, loops } : undefined;
  },
);

interface Methods {
  readonly adds: "add" | "push";
  readonly asks: "has" | "includes";
}

/** Of a set or a list that has nothing in it yet. */
function methodsOfEmpty(made: ts.Expression): Methods | undefined {
  if (ts.isArrayLiteralExpression(made))
    return made.elements.length === 0 ? { adds: "push", asks: "includes" } : undefined;
  const isSet = ts.isNewExpression(made) && made.expression.getText() === "Set";
  return isSet && (made.arguments ?? []).length === 0 ? { adds: "add", asks: "has" } : undefined;
}

export function seenSetCalled(node: ts.Expression): SeenSet | undefined {
  const statement = ts.isIdentifier(node) ? statementOf(node) : undefined;
  return statement === undefined ? undefined : seenSetOf(statement);
}

/** `seen.add(value)`, `seen.push(value)`. */
export function addedToSeen(
  node: ts.Node,
): { readonly set: SeenSet; readonly value: ts.Expression } | undefined {
  if (!ts.isCallExpression(node) || !/^(?:add|push)$/.test(methodOf(node) ?? "")) return undefined;
  const callee = node.expression;
  const set = ts.isPropertyAccessExpression(callee) ? seenSetCalled(callee.expression) : undefined;
  return set === undefined ? undefined : { set, value: set.value };
}

function callOn(use: ts.Identifier): ts.CallExpression | undefined {
  const access = use.parent;
  const call = access?.parent;
  const isCall = ts.isPropertyAccessExpression(access) && access.expression === use;
  return isCall && ts.isCallExpression(call) && call.expression === access ? call : undefined;
}

function methodOf(call: ts.CallExpression): string | undefined {
  const callee = call.expression;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}

/** Is the set asked in the same loop, before it is added to? */
function isBefore(call: ts.CallExpression, added: ts.CallExpression | undefined): boolean {
  if (added === undefined || call.pos > added.pos) return false;
  const around = (node: ts.Node): ts.Node | undefined =>
    ancestor(node, (one) => isLoop(one) || ts.isFunctionLike(one));
  return around(call) === around(added);
}

export function loopsAround(node: ts.Node, from: ts.VariableStatement): readonly LoopStatement[] {
  const block = from.parent;
  const ancestors = ancestorsOf(node);
  const between = ancestors.slice(0, block === undefined ? 0 : ancestors.indexOf(block));
  const isInFunction = between.some((one) => ts.isFunctionLike(one) && loopCalling(one) === undefined);
  return isInFunction ? [] : between.filter(isLoop).reverse();
}
