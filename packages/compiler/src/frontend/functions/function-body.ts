import type { Binder, Expr, Stream, Type } from "@policyc/ir";
import type { Context, Yielded } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import type { FunctionNode } from "../scope.js";
import { isA } from "../syntax/tree.js";
import { isOf } from "../types/flags.js";
import { isGenerator } from "../types/generated.js";
import { returnTypeOf } from "../types/shape.js";
import { withWholeNumbers } from "../types/whole-numbers.js";
import { ts } from "../typescript.js";
import { calledAfterType } from "../visitors/expressions/called.js";
import { binderFor, bindPattern } from "../visitors/expressions/patterns.js";
import { listOfYields } from "../visitors/statements/generated.js";

/** Binds the names of a function's parameters, each of the type that is given for it where that is known. */
export function bindParameters(
  parameters: readonly ts.ParameterDeclaration[],
  cx: Context,
  args: readonly Expr[] = [],
): { binders: readonly Binder[]; inner: Context } {
  const binders: Binder[] = [];
  const inner = parameters.reduce((context, parameter, position) => {
    const pattern = parameter.name;
    const declared = cx.type(ts.isIdentifier(pattern) ? pattern : parameter);
    const binder = binderFor(pattern, givenType(declared, args[position]), calledAfterType(parameter), cx);
    binders.push(binder);
    return bindPattern(pattern, binder, context);
  }, cx);
  return { binders, inner };
}

/** What a call gives may be a whole number. */
export function givenType(declared: Type, value: Expr | undefined): Type {
  return value === undefined ? declared : withWholeNumbers(declared, value.type);
}

/** What a function returns. */
export function resultOf(fn: FunctionNode, cx: Context): Expr {
  const body = fn.body;
  if (isGenerator(fn))
    return listOfYields(bodyOf(fn, cx.insideGenerator(asMessage)), cx.typeOf(returnTypeOf(fn)));
  if (isA(ts.isBlock, body)) {
    const declared = isOf(returnTypeOf(fn), ts.TypeFlags.Boolean);
    const value = cx.result(body.statements);
    return declared && value.type.kind !== "boolean"
      ? { ...value, type: value.kind === "invalid" ? { kind: "boolean" } : value.type }
      : value;
  }
  if (body === undefined)
    return cx.invalid(
      unsupportedSyntax(cx.span(fn), "a function without a body", "use one that is written in TypeScript"),
    );
  return isOf(returnTypeOf(fn), ts.TypeFlags.Boolean) ? cx.condition(body) : cx.expression(body);
}

const asMessage: Yielded = (message) => ({ kind: "violation", message, span: message.span });

/** What a generator yields. */
export function bodyOf(fn: FunctionNode, cx: Context): Stream {
  const body = fn.body;
  const statements = isA(ts.isBlock, body) ? body.statements : [];
  return cx.statements(statements, (end) => ({ kind: "sequence", items: [], span: end.span(fn) }));
}

export function nameOf(fn: FunctionNode): string {
  if (ts.isFunctionDeclaration(fn) || ts.isMethodDeclaration(fn)) return fn.name?.getText() ?? "helper";
  const parent = fn.parent;
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isNamed ? parent.name.getText() : "helper";
}
