import { type Expression, type Identifier, Node, SyntaxKind, type VariableStatement } from "ts-morph";
import { keptWithChecker } from "../types/kept.js";
import { bare } from "./bare.js";
import { statementOf, usesOf } from "./variable-uses.js";
import { statementsIn } from "./ways.js";

/** The set that `names.add(x)` adds to, and what. */
export function addOf(node: Node): { readonly name: Identifier; readonly added: Expression } | undefined {
  const called = calledOn(node, "add");
  return called === undefined ? undefined : { name: called.name, added: called.argument };
}

interface Called {
  readonly name: Identifier;
  readonly argument: Expression;
}

function calledOn(node: Node, method: string): Called | undefined {
  const callee = Node.isCallExpression(node) ? node.getExpression() : undefined;
  if (!Node.isCallExpression(node) || !Node.isPropertyAccessExpression(callee)) return undefined;
  const [name, [argument, another]] = [callee.getExpression(), node.getArguments()];
  const isIt = callee.getName() === method && Node.isIdentifier(name) && another === undefined;
  return isIt && Node.isExpression(argument) ? { name, argument } : undefined;
}

/** Is what is added to a set that `isFilledSet`? */
export function isOfFilledSet(name: Identifier): boolean {
  const statement = statementOf(name);
  return statement !== undefined && isFilledSet(statement);
}

/** `const names = new Set<string>();` that later statements add to, before anything reads it: a variable like a `let`. */
export const isFilledSet: (node: VariableStatement) => boolean = keptWithChecker(
  (node: VariableStatement) => {
    const [declaration, another] = node.getDeclarations();
    const [name, made] = [declaration?.getNameNode(), declaration?.getInitializer()];
    const isSet = Node.isNewExpression(made) && made.getExpression().getText() === "Set";
    if (another !== undefined || !Node.isIdentifier(name) || !isSet) return false;
    const uses = usesOf(name, node);
    const isAdded = (use: Identifier): boolean => addOf(use.getParent()?.getParent() ?? use)?.name === use;
    const ends = uses.filter(isAdded).map((use) => use.getEnd());
    return (
      ends.length > 0 &&
      uses.every((use) => isAdded(use) || isAskedIfNew(use) || use.getPos() > Math.max(...ends))
    );
  },
);

/** What `if (!names.includes(x)) names.push(x);` adds, where it is not there yet; `names.has(x)` and `names.add(x)` of a set. */
export function addedIfNew(node: Node): Called | undefined {
  const { added, isAll } = newOf(node) ?? {};
  return isAll === true ? added : undefined;
}

/** The same also behind other tests: `if (x && !names.includes(x)) names.push(x);`. */
function newOf(node: Node): { readonly added: Called; readonly isAll: boolean } | undefined {
  if (!Node.isIfStatement(node) || node.getElseStatement() !== undefined) return undefined;
  const [only, another] = statementsIn(node.getThenStatement());
  if (!Node.isExpressionStatement(only) || another !== undefined) return undefined;
  const call = only.getExpression();
  const pushed = calledOn(call, "push");
  const added = pushed ?? calledOn(call, "add");
  if (added === undefined) return undefined;
  const tests = conjunctsOf(bare(node.getExpression()));
  const isAsked = tests.some((test) => asksIfMissing(test, added, pushed === undefined ? "has" : "includes"));
  return isAsked ? { added, isAll: tests.length === 1 } : undefined;
}

function conjunctsOf(test: Expression): readonly Expression[] {
  return Node.isBinaryExpression(test) && test.getOperatorToken().getText() === "&&"
    ? [...conjunctsOf(bare(test.getLeft())), ...conjunctsOf(bare(test.getRight()))]
    : [test];
}

function asksIfMissing(test: Expression, added: Called, method: string): boolean {
  if (!Node.isPrefixUnaryExpression(test)) return false;
  const asked = calledOn(bare(test.getOperand()), method);
  const isSame =
    asked?.name.getText() === added.name.getText() && asked.argument.getText() === added.argument.getText();
  return test.getOperatorToken() === SyntaxKind.ExclamationToken && isSame;
}

/** Is it the `names.push(x)` of such a choice? */
export function isAddedIfNew(node: Expression): boolean {
  const choice = node.getFirstAncestor(Node.isIfStatement);
  const [only] =
    choice === undefined || newOf(choice) === undefined ? [] : statementsIn(choice.getThenStatement());
  return Node.isExpressionStatement(only) && only.getExpression() === node;
}

/** Is the list or set named here to add to it what it does not have? */
export function isAskedIfNew(use: Identifier): boolean {
  const choice = use.getFirstAncestor(Node.isIfStatement);
  return (
    choice !== undefined &&
    newOf(choice)?.added.name.getText() === use.getText() &&
    isInTest(use, choice.getExpression())
  );
}

function isInTest(use: Node, test: Expression): boolean {
  return use.getAncestors().includes(test);
}
