import { type Binder, type Expr, mayBeAbsent, optional, required, type Stream, type Type } from "@policyc/ir";
import { Node, type ParameterDeclaration } from "ts-morph";
import type { Context, Yielded } from "./context.js";
import { unsupportedSyntax } from "./diagnostics/syntax.js";
import type { FunctionNode } from "./scope.js";
import { fromTypeScript } from "./types/from-typescript.js";
import { yieldsValues } from "./types/generated.js";
import { calledAfterType } from "./visitors/called.js";
import { listOfYields } from "./visitors/generated.js";
import { binderFor, bindPattern } from "./visitors/patterns.js";

/** Binds the names of a function's parameters, each of the type that is given for it where that is known. */
export function bindParameters(
  parameters: readonly ParameterDeclaration[],
  cx: Context,
  args: readonly Expr[] = [],
): { binders: readonly Binder[]; inner: Context } {
  const binders: Binder[] = [];
  const inner = parameters.reduce((context, parameter, position) => {
    const pattern = parameter.getNameNode();
    const declared = cx.type(Node.isIdentifier(pattern) ? pattern : parameter);
    const binder = binderFor(pattern, givenType(declared, args[position]), calledAfterType(parameter), cx);
    binders.push(binder);
    return bindPattern(pattern, binder, context);
  }, cx);
  return { binders, inner };
}

/** TypeScript knows no whole numbers; what a call gives may be one. */
export function givenType(declared: Type, value: Expr | undefined): Type {
  const given = value === undefined ? undefined : required(value.type);
  if (required(declared).kind !== "number" || given?.kind !== "number") return declared;
  return mayBeAbsent(declared) ? optional(given) : given;
}

/** What a function returns. */
export function resultOf(fn: FunctionNode, cx: Context): Expr {
  const body = fn.getBody();
  if (yieldsValues(fn))
    return listOfYields(bodyOf(fn, cx.insideGenerator(asMessage)), fromTypeScript(fn.getReturnType()));
  if (Node.isBlock(body)) {
    const declared = fn.getReturnType().isBoolean();
    const value = cx.result(body.getStatements());
    return declared && value.type.kind !== "boolean"
      ? { ...value, type: value.kind === "invalid" ? { kind: "boolean" } : value.type }
      : value;
  }
  if (!Node.isExpression(body))
    return cx.invalid(
      unsupportedSyntax(cx.span(fn), "a function without a body", "use one that is written in TypeScript"),
    );
  return fn.getReturnType().isBoolean() ? cx.condition(body) : cx.expression(body);
}

const asMessage: Yielded = (message) => ({ kind: "violation", message, span: message.span });

/** What a generator yields. */
export function bodyOf(fn: FunctionNode, cx: Context): Stream {
  const body = fn.getBody();
  const statements = Node.isBlock(body) ? body.getStatements() : [];
  return cx.statements(statements, (end) => ({ kind: "sequence", items: [], span: end.span(fn) }));
}

export function nameOf(fn: FunctionNode): string {
  if (Node.isFunctionDeclaration(fn) || Node.isMethodDeclaration(fn)) return fn.getName() ?? "helper";
  const parent = fn.getParent();
  return Node.isVariableDeclaration(parent) ? parent.getName() : "helper";
}
