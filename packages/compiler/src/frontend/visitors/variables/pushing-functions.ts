import { functionAround } from "../../syntax/function-around.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestor, declaringStatement, isA, isConst } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { usesIn } from "./variable-uses.js";

/** `const fail = (problem: string) => { problems.push(problem); };`, which nothing does but call, as a statement. */
interface PushingFunction {
  /** What it is called. */
  readonly name: ts.Identifier;
  readonly push: ts.CallExpression;
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
      all.every((one) => isStatementCall(one, name));
    return push !== undefined && areCalls(calls) ? { name, push, calls } : undefined;
  },
);

function functionOf(declaration: Declaration): ts.ArrowFunction | ts.FunctionDeclaration | undefined {
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const value = declaration.initializer && bare(declaration.initializer);
  return isA(ts.isArrowFunction, value) ? value : undefined;
}

/** `list.push(given)` of the one parameter. */
function onlyPush({ body, parameters, modifiers }: ts.ArrowFunction | ts.FunctionDeclaration) {
  const [parameter, another] = parameters;
  const [statement, more] = isA(ts.isBlock, body) ? body.statements : [];
  const done = isA(ts.isExpressionStatement, statement) ? statement.expression : body;
  if (parameter === undefined || another !== undefined || more !== undefined || modifiers !== undefined)
    return undefined;
  const isPlain = parameter.initializer === undefined && parameter.dotDotDotToken === undefined;
  if (!isPlain || !isA(ts.isCallExpression, done) || !ts.isPropertyAccessExpression(done.expression))
    return undefined;
  const [given, other] = done.arguments;
  const isGiven = isA(ts.isIdentifier, given) && resolve(given)?.valueDeclaration === parameter;
  return done.expression.name.text === "push" && isGiven && other === undefined ? done : undefined;
}

function isStatementCall(node: ts.Node, name: ts.Identifier): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isExpressionStatement(node.parent)) return false;
  const [given, another] = node.arguments;
  const isOne = given !== undefined && another === undefined && !ts.isSpreadElement(given);
  return isOne && ts.isIdentifier(node.expression) && node.expression.text === name.text;
}
