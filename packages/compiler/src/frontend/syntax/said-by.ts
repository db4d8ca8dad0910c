import { constantOf } from "../static/evaluate.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { resolve } from "./resolve.js";
import { isA } from "./tree.js";

/** What a function says of what it is given. */
export interface Said {
  readonly of: ts.Expression;
  /** What the function calls it. */
  readonly parameter: ts.ParameterDeclaration;
  readonly body: ts.Expression;
}

/** `isShort(text)` of `const isShort = (given: string) => /^\d$/.test(given)`, or of a function that does nothing but return that. */
export function saidBy(call: ts.Expression): Said | undefined {
  const [of, another] = ts.isCallExpression(call) ? call.arguments : [];
  const callee = ts.isCallExpression(call) ? call.expression : undefined;
  if (of === undefined || another !== undefined || !isA(ts.isIdentifier, callee)) return undefined;
  const fn = functionNamed(callee);
  const [parameter] = fn?.parameters ?? [];
  const body = fn && returned(fn);
  if (parameter === undefined || body === undefined || !isPlain(parameter)) return undefined;
  return { of, parameter, body };
}

function functionNamed(name: ts.Identifier): ts.ArrowFunction | ts.FunctionDeclaration | undefined {
  const declared = resolve(name)?.valueDeclaration;
  if (isA(ts.isFunctionDeclaration, declared)) return declared;
  const kept = constantOf(name);
  const value = kept && bare(kept);
  return isA(ts.isArrowFunction, value) ? value : undefined;
}

function returned({ body }: ts.ArrowFunction | ts.FunctionDeclaration): ts.Expression | undefined {
  if (body === undefined || !ts.isBlock(body)) return body && bare(body);
  const [statement, another] = body.statements;
  const isAll = isA(ts.isReturnStatement, statement) && another === undefined;
  return isAll && statement.expression !== undefined ? bare(statement.expression) : undefined;
}

function isPlain({ name, initializer, dotDotDotToken }: ts.ParameterDeclaration): boolean {
  return ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined;
}
