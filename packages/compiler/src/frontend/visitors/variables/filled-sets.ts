import { negatedBy } from "../../syntax/negation.js";
import { isPassing } from "../../syntax/passing.js";
import { variableNamed } from "../../syntax/tallies.js";
import { ancestor, ancestorsOf, isA, isIn, isRepeated } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { statementsIn } from "../statements/ways.js";
import { statementOf, usesOf } from "./variable-uses.js";

/** The set that `names.add(x)` adds to, and what. */
export function addOf(
  node: ts.Node,
): { readonly name: ts.Identifier; readonly added: ts.Expression } | undefined {
  const called = calledOn(node, "add");
  return called === undefined ? undefined : { name: called.name, added: called.argument };
}

interface Called {
  readonly name: ts.Identifier;
  readonly argument: ts.Expression;
}

function calledOn(node: ts.Node, method: string): Called | undefined {
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  if (!ts.isCallExpression(node) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const [name, [argument, another]] = [variableNamed(callee.expression), node.arguments];
  const isIt = callee.name.text === method && another === undefined;
  return isIt && name !== undefined && argument !== undefined ? { name, argument } : undefined;
}

/** Is what is added to a set that `isFilledSet`? */
export function isOfFilledSet(name: ts.Identifier): boolean {
  const statement = statementOf(name);
  return statement !== undefined && isFilledSet(statement);
}

/** `const names = new Set<string>();` that later statements add to, before anything reads it: a variable like a `let`. */
export const isFilledSet: (node: ts.VariableStatement) => boolean = keptWithChecker(
  (node: ts.VariableStatement) => {
    const [declaration, another] = node.declarationList.declarations;
    const [name, made] = [declaration?.name, declaration?.initializer];
    const isSet = isA(ts.isNewExpression, made) && made.expression.getText() === "Set";
    if (another !== undefined || !isA(ts.isIdentifier, name) || !isSet) return false;
    const uses = usesOf(name, node);
    const isAdded = (use: ts.Identifier): boolean => addOf(use.parent?.parent ?? use)?.name === use;
    const added = uses.filter(isAdded);
    const end = Math.max(...added.map((use) => use.end));
    // What stands in a repeated part that adds to it would be read by one turn and added by another.
    const isBeside = (use: ts.Identifier): boolean =>
      isPassing(use, node) &&
      !ancestorsOf(use).some(
        (around) => isRepeated(around) && !isIn(node, around) && added.some((one) => isIn(one, around)),
      );
    return (
      added.length > 0 &&
      uses.every((use) => isAdded(use) || isAskedIfNew(use) || use.pos > end || isBeside(use))
    );
  },
);

/** What `if (!names.includes(x)) names.push(x);` adds, where it is not there yet; `names.has(x)` and `names.add(x)` of a set. */
export function addedIfNew(node: ts.Node): Called | undefined {
  const { added, isAll } = newOf(node) ?? {};
  return isAll === true ? added : undefined;
}

/** The same also behind other tests: `if (x && !names.includes(x)) names.push(x);`. */
function newOf(node: ts.Node): { readonly added: Called; readonly isAll: boolean } | undefined {
  if (!ts.isIfStatement(node) || node.elseStatement !== undefined) return undefined;
  const [only, another] = statementsIn(node.thenStatement);
  if (!isA(ts.isExpressionStatement, only) || another !== undefined) return undefined;
  const call = only.expression;
  const pushed = calledOn(call, "push");
  const added = pushed ?? calledOn(call, "add");
  if (added === undefined) return undefined;
  const tests = conjunctsOf(bare(node.expression));
  const isAsked = tests.some((test) => asksIfMissing(test, added, pushed === undefined ? "has" : "includes"));
  return isAsked ? { added, isAll: tests.length === 1 } : undefined;
}

/** What must all hold for a test to hold. */
export function conjunctsOf(test: ts.Expression): readonly ts.Expression[] {
  return ts.isBinaryExpression(test) && test.operatorToken.getText() === "&&"
    ? [...conjunctsOf(bare(test.left)), ...conjunctsOf(bare(test.right))]
    : [test];
}

function asksIfMissing(test: ts.Expression, added: Called, method: string): boolean {
  const negated = negatedBy(test);
  const asked = negated && calledOn(negated, method);
  return (
    asked?.name.getText() === added.name.getText() && asked.argument.getText() === added.argument.getText()
  );
}

/** Is it the `names.push(x)` of such a choice? */
export function isAddedIfNew(node: ts.Expression): boolean {
  const choice = ancestor(node, ts.isIfStatement);
  const [only] =
    choice === undefined || newOf(choice) === undefined ? [] : statementsIn(choice.thenStatement);
  return isA(ts.isExpressionStatement, only) && only.expression === node;
}

/** Is the list or set named here to add to it what it does not have? */
export function isAskedIfNew(use: ts.Identifier): boolean {
  const choice = ancestor(use, ts.isIfStatement);
  return (
    choice !== undefined &&
    newOf(choice)?.added.name.getText() === use.getText() &&
    isInTest(use, choice.expression)
  );
}

function isInTest(use: ts.Node, test: ts.Expression): boolean {
  return ancestorsOf(use).includes(test);
}
