import { functionAround } from "../../syntax/function-around.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestor, declaringStatement, isA, isConst, isIn, onlyStatementIn } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { usesIn } from "./variable-uses.js";

/** `const fail = (problem: string) => { problems.push(problem); };`, which nothing does but call, as a statement. */
interface PushingFunction {
  readonly fn: ts.ArrowFunction | ts.FunctionDeclaration;
  readonly push: ts.CallExpression;
  /** Where it asks first: `if (!holds) problems.push(problem);` */
  readonly when?: ts.Expression;
  readonly calls: readonly ts.CallExpression[];
}

/** The function that a statement calls to push what it is given. */
export function pushingCalled(node: ts.CallExpression): PushingFunction | undefined {
  if (!ts.isIdentifier(node.expression) || !ts.isExpressionStatement(node.parent)) return undefined;
  const declaration = resolve(node.expression)?.valueDeclaration;
  const isFunction = isA(ts.isFunctionDeclaration, declaration) || isA(ts.isVariableDeclaration, declaration);
  return isFunction ? pushingFunction(declaration) : undefined;
}

/** The function that does nothing but this. */
export function pushingAround(push: ts.Node): PushingFunction | undefined {
  const declaration = ancestor(
    push,
    (one): one is Declaration => ts.isFunctionDeclaration(one) || ts.isVariableDeclaration(one),
  );
  const found = declaration && pushingFunction(declaration);
  return found?.push === push ? found : undefined;
}

/** The list, where such a function names it: it is read and changed where that is called. */
export function isOfPushingFunction(list: ts.Identifier): boolean {
  const push = list.parent.parent;
  return pushingAround(push) !== undefined && !ts.isCallExpression(list.parent);
}

type Declaration = ts.FunctionDeclaration | ts.VariableDeclaration;

const pushingFunction: (declaration: Declaration) => PushingFunction | undefined = keptWithChecker(
  (declaration: Declaration) => {
    const { name } = declaration;
    const fn = functionOf(declaration);
    const statement = ts.isVariableDeclaration(declaration) ? declaringStatement(declaration) : declaration;
    if (fn === undefined || statement === undefined || !isA(ts.isIdentifier, name)) return undefined;
    // What a module declares is filled for all policies.
    if (functionAround(statement) === undefined || (ts.isVariableStatement(statement) && !isConst(statement)))
      return undefined;
    const push = onlyPush(fn);
    const calls = usesIn(statement.parent, name).map(({ parent }) => parent);
    const areCalls = (all: readonly ts.Node[]): all is readonly ts.CallExpression[] =>
      all.every((one) => isStatementCall(one, name, fn));
    return push !== undefined && areCalls(calls) ? { fn, ...push, calls } : undefined;
  },
);

function functionOf(declaration: Declaration): ts.ArrowFunction | ts.FunctionDeclaration | undefined {
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const value = declaration.initializer && bare(declaration.initializer);
  return isA(ts.isArrowFunction, value) ? value : undefined;
}

/** `list.push(…)`, or that behind a test, where the function does nothing else. */
function onlyPush({
  body,
  parameters,
  modifiers,
}: ts.ArrowFunction | ts.FunctionDeclaration): Pick<PushingFunction, "push" | "when"> | undefined {
  const arePlain = parameters.every(
    ({ name, initializer, dotDotDotToken }) =>
      ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined,
  );
  if (!arePlain || modifiers !== undefined || body === undefined) return undefined;
  const statement = ts.isBlock(body) ? onlyStatementIn(body) : undefined;
  if (isA(ts.isIfStatement, statement) && statement.elseStatement === undefined) {
    const push = pushIn(onlyStatementIn(statement.thenStatement));
    return push && { push, when: statement.expression };
  }
  const push = ts.isBlock(body) ? pushIn(statement) : pushIn(body);
  return push && { push };
}

/** To a list with a name of its own: what holds the list of an object is looked for where that is pushed to by its name. */
function pushIn(done: ts.Node | undefined): ts.CallExpression | undefined {
  const call = isA(ts.isExpressionStatement, done) ? done.expression : done;
  const callee = isA(ts.isCallExpression, call) ? call.expression : undefined;
  if (!isA(ts.isCallExpression, call) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  return callee.name.text === "push" && ts.isIdentifier(callee.expression) ? call : undefined;
}

function isStatementCall(
  node: ts.Node,
  name: ts.Identifier,
  fn: ts.ArrowFunction | ts.FunctionDeclaration,
): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isExpressionStatement(node.parent)) return false;
  const isOfName = ts.isIdentifier(node.expression) && node.expression.text === name.text;
  return isOfName && !isIn(node, fn) && !node.arguments.some(ts.isSpreadElement);
}
