import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, descendantsOf } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { declaringNodes } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { type Assignment, assignmentOf } from "./assignment.js";
import { isAskedForFirst } from "./extreme-step.js";
import { isOfPut } from "./filled-maps.js";
import { isAskedIfNew } from "./filled-sets.js";
import { isOfPushingFunction, pushingCalled } from "./pushing-functions.js";
import { isAskedOnly } from "./set-once.js";
import { namesReadBy } from "./variable-uses.js";

/** Asked of a loop, and of each statement in it again. */
export const assignmentsBelow: (node: ts.Node) => readonly Assignment[] = keptWithChecker((node: ts.Node) =>
  descendantsOf(node, canAssign).flatMap((child) => assignmentOf(child) ?? []),
);

function canAssign(node: ts.Node): node is ts.Expression {
  return (
    ts.isBinaryExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    ts.isPostfixUnaryExpression(node) ||
    ts.isCallExpression(node)
  );
}

/** Does a statement, or a turn of a loop, read a variable that it changes and that is not its own, other than to add to it? */
export function readsWhatChanges(node: ts.Statement, variable?: ts.Symbol): boolean {
  const assignments = lastingIn(node).filter(
    ({ name }) => variable === undefined || resolve(name) === variable,
  );
  if (assignments.length === 0) return false;
  const changing = new Set(assignments.map(({ name }) => resolve(name)));
  const reads = namesReadBy(node).filter(
    (child) =>
      changing.has(resolve(child)) &&
      !isOfPut(child) &&
      !isAskedIfNew(child) &&
      !isAskedOnly(child) &&
      !isAskedForFirst(child) &&
      !isOfPushingFunction(child),
  ).length;
  const own = assignments.reduce((sum, { step, node: written }) => {
    if (step?.kind === "put" || (ts.isCallExpression(written) && pushingCalled(written) !== undefined))
      return sum;
    const isCompound = !ts.isBinaryExpression(written) || written.operatorToken.getText() !== "=";
    return sum + (isCompound || (step?.kind === "set" && step.keeps === undefined) ? 1 : 2);
  }, 0);
  return reads > own;
}

/** Those of variables that go on after a statement. */
export function lastingIn(node: ts.Statement): readonly Assignment[] {
  return assignmentsBelow(node).filter(({ name }) => !isDeclaredIn(name, node));
}

/** Is a variable declared in a statement, as its own? */
export function isDeclaredIn(name: ts.Identifier, node: ts.Statement): boolean {
  return declaringNodes(resolve(name)).some((declaration) => ancestorsOf(declaration).includes(node));
}

/** Those of one variable. */
export function assignmentsOf(node: ts.Node, of: ts.Symbol): readonly Assignment[] {
  return assignmentsBelow(node).filter(({ name }) => resolve(name) === of);
}
