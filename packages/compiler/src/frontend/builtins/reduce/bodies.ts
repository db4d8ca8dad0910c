import type { Context } from "../../context.js";
import { isAdding } from "../../syntax/map-entries.js";
import { isA, isConst, onlyStatementIn } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { destructure } from "../../visitors/expressions/patterns.js";
import type { Reducer } from "./reducer.js";
import { type Accumulator, type Turn, turnOf } from "./turns.js";

/** What a turn does, and the names that its function gives to parts of it. */
export interface BodyTurn {
  readonly turn: Turn;
  readonly constants: readonly ts.VariableDeclaration[];
}

/** `(sum, x) => sum + f(x)`, or the same after constants, and with ways that leave the sum as it is. */
export function turnOfBody({ body }: Reducer, name: Accumulator): BodyTurn | undefined {
  const constants: ts.VariableDeclaration[] = [];
  const turn = ts.isBlock(body) ? turnOfStatements(body.statements, name, constants) : turnOf(body, name);
  return turn === undefined ? undefined : { turn, constants };
}

/** The context in which a constant is what is written for it. */
export function withConstants(constants: readonly ts.VariableDeclaration[], cx: Context): Context {
  return constants.reduce((inner, { name, initializer }) => {
    if (initializer === undefined) return inner;
    if (!ts.isIdentifier(name)) return destructure(name, inner.expression(initializer), inner);
    return inner.binding(name, { kind: "written", node: initializer, scope: inner.scope });
  }, cx);
}

function turnOfStatements(
  [first, ...others]: readonly ts.Statement[],
  name: Accumulator,
  constants: ts.VariableDeclaration[],
): Turn | undefined {
  const returned = returnedBy(first);
  if (returned !== undefined) return turnOf(returned, name);
  if (isA(ts.isVariableStatement, first)) {
    const { declarations } = first.declarationList;
    if (!isConst(first) || !declarations.every((each) => isConstantBeside(each, name))) return undefined;
    constants.push(...declarations);
    return turnOfStatements(others, name, constants);
  }
  if (returnsAccumulator(others, name)) {
    const pushed = pushedBy(first, name);
    if (pushed !== undefined) return pushed;
  }
  const then = isA(ts.isIfStatement, first) ? returnedBy(first.thenStatement) : undefined;
  if (!isA(ts.isIfStatement, first) || then === undefined || first.elseStatement !== undefined)
    return undefined;
  const test = first.expression;
  if (name.isIn(test)) return undefined;
  const isKept = name.is(then);
  if (!isKept && !returnsAccumulator(others, name)) return undefined;
  const turn = isKept ? turnOfStatements(others, name, constants) : turnOf(then, name);
  return turn === undefined ? undefined : { ...turn, when: [{ test, holds: !isKept }, ...turn.when] };
}

/** `all.push(x);`, `all.add(x);`, or that behind a test: what is pushed to a list that begins empty is `[...all, x]`. */
function pushedBy(statement: ts.Statement | undefined, name: Accumulator): Turn | undefined {
  if (isA(ts.isIfStatement, statement)) {
    const test = statement.expression;
    const turn = pushedBy(onlyStatementIn(statement.thenStatement), name);
    const isAlone = statement.elseStatement === undefined && !name.isIn(test);
    return turn && isAlone ? { ...turn, when: [{ test, holds: true }, ...turn.when] } : undefined;
  }
  const call = isA(ts.isExpressionStatement, statement) ? statement.expression : undefined;
  const callee = isA(ts.isCallExpression, call) ? call.expression : undefined;
  if (!isA(ts.isCallExpression, call) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const [by, another] = call.arguments;
  if (!isAdding(callee.name.text) || !name.is(callee.expression)) return undefined;
  if (by === undefined || another !== undefined || name.isIn(by)) return undefined;
  const spread = ts.isSpreadElement(by);
  return { operation: "append", value: spread ? by.expression : by, spread, when: [], isPushed: true };
}

function isConstantBeside(declaration: ts.VariableDeclaration, accumulator: Accumulator): boolean {
  return declaration.initializer !== undefined && !accumulator.isIn(declaration);
}

function returnsAccumulator([only, another]: readonly ts.Statement[], name: Accumulator): boolean {
  const returned = returnedBy(only);
  return returned !== undefined && another === undefined && name.is(returned);
}

/** `return x;`, also as a block of its own. */
function returnedBy(statement: ts.Statement | undefined): ts.Expression | undefined {
  const only = statement === undefined ? undefined : onlyStatementIn(statement);
  return isA(ts.isReturnStatement, only) ? only.expression : undefined;
}
