import type { FunctionNode } from "../../scope.js";
import { isFresh } from "../../syntax/fresh-list.js";
import { functionAround } from "../../syntax/function-around.js";
import { isPassing } from "../../syntax/passing.js";
import { tallyOf, variableNamed } from "../../syntax/tallies.js";
import { ancestorsOf, isConst, isRepeated } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { pushingAround, pushingCalled } from "./pushing-functions.js";
import { statementOf, usesOf } from "./variable-uses.js";

/** What `names.push(x, y)` adds to a list, or `found.names.push(x, y)` to one of an object that is written out. */
export interface Push {
  readonly name: ts.Identifier;
  /** The list where it is pushed to. */
  readonly list: ts.Expression;
  readonly added: readonly ts.Expression[];
  /** The call of a function that pushes this. */
  readonly call?: FunctionCall;
}

interface FunctionCall {
  readonly node: ts.CallExpression;
  readonly fn: FunctionNode;
  /** What it asks first. */
  readonly when: ts.Expression | undefined;
}

export function pushOf(node: ts.Node): Push | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const called = pushingCalled(node);
  if (called !== undefined) {
    const push = pushOf(called.push);
    return push && { ...push, call: { node, fn: called.fn, when: called.when } };
  }
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "push") return undefined;
  const list = callee.expression;
  const name = variableNamed(list);
  const added = node.arguments;
  return name !== undefined && added.length > 0 ? { name, list, added } : undefined;
}

/** Is what is pushed to a list that `isGathered`? */
export function isOfGathered(name: ts.Identifier): boolean {
  const statement = statementOf(name);
  return statement !== undefined && (isGathered(statement) || tallyOf(statement) !== undefined);
}

/** The list that `names.sort();` or `names.reverse();` puts in another order, where it stands beside what declares that. */
export function orderedBy(node: ts.Node): ts.Identifier | undefined {
  const list = orderingOf(node);
  const statement = list && statementOf(list);
  return statement !== undefined && isGathered(statement) ? list : undefined;
}

/** `names.sort().join()` of a list that nothing reads after that, and of which nobody holds another name. */
export function isLastRead(list: ts.Expression): boolean {
  const statement = ts.isIdentifier(list) ? statementOf(list) : undefined;
  const [declaration, another] = statement?.declarationList.declarations ?? [];
  if (statement === undefined || declaration?.initializer === undefined || another !== undefined)
    return false;
  if (!ts.isIdentifier(declaration.name) || !isFresh(declaration.initializer) || !isConst(statement))
    return false;
  const around = ancestorsOf(list);
  const isOnce =
    functionAround(list) === functionAround(statement) &&
    !around.some((one) => isRepeated(one) && !ancestorsOf(statement).includes(one));
  return (
    isOnce &&
    usesOf(declaration.name, statement).every(
      (use) => use === list || (use.pos < list.pos && isPassing(use, statement)),
    )
  );
}

function orderingOf(node: ts.Node): ts.Identifier | undefined {
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  if (callee === undefined || !ts.isPropertyAccessExpression(callee)) return undefined;
  const isOrdering = callee.name.text === "sort" || callee.name.text === "reverse";
  return isOrdering && ts.isExpressionStatement(node.parent) && ts.isIdentifier(callee.expression)
    ? callee.expression
    : undefined;
}

/**
 * `const names: string[] = [];` that later statements push to, or a list that they put in order, before anything holds it: a
 * variable like a `let`. What had a second name in between would be seen to change, and no engine can say so.
 */
export const isGathered: (node: ts.VariableStatement) => boolean = keptWithChecker(
  (node: ts.VariableStatement) =>
    node.declarationList.declarations.every((declaration) => {
      const initializer = declaration.initializer;
      const name = declaration.name;
      if (initializer === undefined || !isFresh(initializer) || !ts.isIdentifier(name)) return false;
      const uses = usesOf(name, node);
      const isPushed = (use: ts.Identifier): boolean => pushOf(use.parent?.parent ?? use)?.name === use;
      const isOrdered = (use: ts.Identifier): boolean => {
        const ordering = use.parent.parent;
        return orderingOf(ordering) === use && ordering.parent.parent === node.parent;
      };
      if (uses.some(isPushed) && !ts.isArrayLiteralExpression(bare(initializer))) return false;
      const isChanged = (use: ts.Identifier): boolean => isPushed(use) || isOrdered(use);
      const ends = uses.filter(isChanged).flatMap((use) => endsOf(use));
      return (
        ends.length > 0 &&
        uses.every((use) => isChanged(use) || isPassing(use, node) || use.pos > Math.max(...ends))
      );
    }),
);

/** Where the list changes by this use of it: where a function that pushes to it is called. */
function endsOf(use: ts.Identifier): readonly number[] {
  const called = pushingAround(use.parent.parent)?.calls ?? [];
  return [use.end, ...called.map(({ end }) => end)];
}
