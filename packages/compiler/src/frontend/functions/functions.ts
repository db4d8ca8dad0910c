import { absent, type Binder, type Expr, type FunctionIR, mayBeAbsent, type Stream } from "@policyc/ir";
import { type Bound, let_ } from "../build/nodes.js";
import type { Context, Yielded } from "../context.js";
import { recursion } from "../diagnostics/flow.js";
import { generatorAsValue } from "../diagnostics/syntax.js";
import type { FunctionNode, Meaning, Written } from "../scope.js";
import { carriesFunctions } from "../types/carries-functions.js";
import { isGenerator, yieldsValues } from "../types/generated.js";
import { ts } from "../typescript.js";
import { calledAfterType } from "../visitors/expressions/called.js";
import { binderFor, bindPattern, destructure } from "../visitors/expressions/patterns.js";
import { partOfChosenRow, partsOfChosenRow } from "../visitors/rows/chosen-rows.js";
import { bindRow } from "../visitors/rows/rows.js";
import { standsForFunctions } from "../visitors/rows/written.js";
import { bindAdmission, isAdmission } from "../visitors/statements/admission.js";
import { argumentOf } from "./call-arguments.js";
import { bindParameters, bodyOf, givenType, nameOf, resultOf } from "./function-body.js";
import { LoweredFunctions } from "./lowered-functions.js";
import { isReadInPlace } from "./read-in-place.js";
import { isCalledByName, isShared } from "./shared-functions.js";
import { typeArgumentsOf } from "./type-arguments.js";
import { typedByCall } from "./typed-by-call.js";

/** How deep a function may stand in its own arguments: `all(pods, (p) => all(p.ports, …))` is no recursion. */
const deepest = 8;

/** The functions that a policy calls: those that all calls share, and those that are taken in place. */
export class Functions {
  readonly #lowered = new LoweredFunctions();
  readonly #depth = new Map<FunctionNode, number>();

  get all(): readonly FunctionIR[] {
    return this.#lowered.all;
  }

  /** A call in an expression. */
  apply(closure: Written<FunctionNode>, node: ts.CallExpression, cx: Context): Expr {
    const { node: fn } = closure;
    if (isGenerator(fn) && !isReadInPlace(node)) return cx.invalid(generatorAsValue(cx.span(node)));
    const isOfViolations = isGenerator(fn) && !yieldsValues(fn);
    if (!isOfViolations && isSharedBy(fn, node, cx))
      return typedByCall(this.#shared(fn, this.args(fn, node, cx), node, cx), node, cx);
    return this.inPlace(closure, node, cx);
  }

  /** What a call comes to, written out where it is. */
  inPlace(closure: Written<FunctionNode>, node: ts.CallExpression, cx: Context): Expr {
    const { node: fn } = closure;
    const value = this.#inPlace<Expr>(closure, node, cx, (inner) => resultOf(fn, inner), letAround);
    return value === undefined
      ? cx.invalid(recursion(cx.span(node), nameOf(fn)))
      : calledBy(node, typedByCall(value, node, cx));
  }

  /** A call with these arguments. A function inside a predicate may read its names, so it is taken in place. */
  applyTo(closure: Written<FunctionNode>, args: readonly Expr[], node: ts.CallExpression, cx: Context): Expr {
    const { node: fn, scope } = closure;
    if (isGenerator(fn)) return cx.invalid(generatorAsValue(cx.span(node)));
    // `xs.findIndex(isBad)` gives the position as well, and the function may take the element alone.
    if (isShared(fn)) return this.#shared(fn, args.slice(0, fn.parameters.length), node, cx);
    const { binders, inner } = bindParameters(fn.parameters, cx.seeing(scope), args);
    const body = this.#nested(fn, () => resultOf(fn, inner));
    if (body === undefined) return cx.invalid(recursion(cx.span(node), nameOf(fn)));
    return letAround(
      binders.flatMap((binder, at) => pairWith(binder, args[at])),
      body,
      node,
      cx,
    );
  }

  #shared(fn: FunctionNode, args: readonly Expr[], node: ts.CallExpression, cx: Context): Expr {
    if (this.#lowered.isUnderWay(fn)) return cx.invalid(recursion(cx.span(node), nameOf(fn)));
    const { name, body } = this.#lowered.lower(fn, cx);
    if (body.kind === "stream") return cx.invalid(generatorAsValue(cx.span(node)));
    return { kind: "apply", function: name, args, type: body.value.type, span: cx.span(node) };
  }

  /** `for (const x of generator(…))`: what comes of each value that is yielded, where it is. */
  generate(
    closure: Written<FunctionNode>,
    node: ts.CallExpression,
    cx: Context,
    yielded: Yielded,
  ): Stream | undefined {
    const { node: fn } = closure;
    if (!isGenerator(fn)) return undefined;
    return this.#inPlace<Stream>(
      closure,
      node,
      cx,
      (inner) => bodyOf(fn, inner.insideGenerator(yielded)),
      bindAround,
    );
  }

  /** `yield* generator(…)`; `undefined` where the function calls itself or yields nothing. */
  delegate(closure: Written<FunctionNode>, node: ts.CallExpression, cx: Context): Stream | undefined {
    const { node: fn } = closure;
    if (!isGenerator(fn)) return undefined;
    const span = cx.span(node);
    if (!isSharedBy(fn, node, cx))
      return this.#inPlace<Stream>(closure, node, cx, (inner) => bodyOf(fn, inner.outsideLoop()), bindAround);
    if (this.#lowered.isUnderWay(fn)) return undefined;
    const { name } = this.#lowered.lower(fn, cx);
    return { kind: "delegate", function: name, args: this.args(fn, node, cx), span };
  }

  /** The arguments of a call, one for each parameter: absent, or its default, where none is given. */
  args(fn: FunctionNode, node: ts.CallExpression, cx: Context): readonly Expr[] {
    return fn.parameters.map((_, position) => argumentOf(fn, position, node, cx) ?? absent(cx.span(node)));
  }

  /** The names of a function's parameters, meaning the arguments of a call of it. */
  withArguments(fn: FunctionNode, node: ts.CallExpression, cx: Context, inner: Context): Context {
    return fn.parameters.reduce((context, parameter, position) => {
      const name = parameter.name;
      const written = writtenFor(parameter, position, node, { outer: cx, inner: context });
      if (written !== undefined) return bindGiven(name, written, context);
      const value = argumentOf(fn, position, node, cx, context) ?? absent(cx.span(node));
      return destructure(name, value, context);
    }, inner);
  }

  #inPlace<T extends Expr | Stream>(
    { node: fn, scope }: Written<FunctionNode>,
    node: ts.CallExpression,
    cx: Context,
    body: (inner: Context) => T,
    around: (bound: readonly Bound[], body: T, node: ts.Node, cx: Context) => T,
  ): T | undefined {
    const bound: Bound[] = [];
    const inner = fn.parameters.reduce(
      (context, parameter, position) => {
        const pattern = parameter.name;
        const written = writtenFor(parameter, position, node, { outer: cx, inner: context });
        if (written !== undefined) return bindGiven(pattern, written, context);
        const value = argumentOf(fn, position, node, cx, context) ?? absent(cx.span(node));
        const type = givenType(context.type(ts.isIdentifier(pattern) ? pattern : parameter), value);
        const binder = binderFor(pattern, type, calledAfterType(parameter), cx);
        bound.push({ binder, value });
        return bindPattern(pattern, binder, context);
      },
      cx.seeing(scope).insideCall(typeArgumentsOf(node, cx)),
    );
    const result = this.#nested(fn, () => body(inner));
    return result === undefined ? undefined : around(bound, result, node, cx);
  }

  #nested<T>(fn: FunctionNode, body: () => T): T | undefined {
    const depth = this.#depth.get(fn) ?? 0;
    if (depth >= deepest) return undefined;
    this.#depth.set(fn, depth + 1);
    const result = body();
    this.#depth.set(fn, depth);
    return result;
  }
}

/**
 * Does a call of it give values? A row of a table of checks is none, even where the function reads its texts alone. And
 * what a type parameter stands for is asked whether it is there where it may be absent, which only a call knows.
 */
function isSharedBy(fn: FunctionNode, node: ts.CallExpression, cx: Context): boolean {
  if (!isShared(fn) || !isCalledByName(fn, node)) return false;
  if (node.arguments.some((argument) => standsForFunctions(argument, cx))) return false;
  return ![...typeArgumentsOf(node, cx).values()].some(
    (type) => type.kind !== "unknown" && mayBeAbsent(type),
  );
}

/** What a call gives for a parameter that holds functions: what is written there, or its default. */
function writtenFor(
  parameter: ts.ParameterDeclaration,
  position: number,
  node: ts.CallExpression,
  { outer, inner }: { readonly outer: Context; readonly inner: Context },
): Meaning | undefined {
  const [argument] = node.arguments.slice(position);
  if (argument !== undefined && isAdmission(argument, outer)) return { kind: "admission" };
  const isGivenFunctions = argument !== undefined && standsForFunctions(argument, outer);
  if (!isGivenFunctions && !carriesFunctions(parameter)) return undefined;
  const given = node.arguments.slice(position).filter(ts.isExpression);
  const [first] = given;
  if (parameter.dotDotDotToken !== undefined) {
    if (given.some(ts.isSpreadElement)) return undefined;
    return { kind: "rows", rows: given.map((one) => ({ node: one, scope: outer.scope })) };
  }
  if (first !== undefined && first.getText() !== "undefined")
    return { kind: "written", node: first, scope: outer.scope };
  const initializer = parameter.initializer;
  return initializer === undefined
    ? { kind: "value", value: absent(outer.span(node)) }
    : { kind: "written", node: initializer, scope: inner.scope };
}

function bindGiven(pattern: ts.BindingName, given: Meaning, cx: Context): Context {
  if (given.kind === "admission") return bindAdmission(pattern, cx);
  if (given.kind !== "written") return cx.binding(pattern, given);
  const row = ts.isExpression(given.node) ? given.node : undefined;
  const outer = cx.seeing(given.scope);
  const parts = row === undefined ? undefined : partsOfChosenRow(pattern, row, outer);
  if (row === undefined || parts === undefined) return bindRow(pattern, { value: given }, cx);
  return parts.reduce((inner, part) => {
    const value = partOfChosenRow(part, row, outer) ?? absent(cx.span(part.node));
    return destructure(part.node.name, value, inner);
  }, cx);
}

/** What is written out where it is called is still known by the name of what is called. */
function calledBy(node: ts.CallExpression, value: Expr): Expr {
  const callee = node.expression;
  const isNamed = value.kind === "let" && value.name === undefined;
  return isNamed && ts.isIdentifier(callee) ? { ...value, name: callee.getText() } : value;
}

/** A parameter and what a call gives for it. */
function pairWith(binder: Binder, value: Expr | undefined): readonly Bound[] {
  return value === undefined ? [] : [{ binder, value }];
}

function letAround(bound: readonly Bound[], body: Expr, node: ts.Node, cx: Context): Expr {
  return bound.reduceRight<Expr>(
    (result, { binder, value }) => let_(binder, value, result, cx.span(node)),
    body,
  );
}

function bindAround(bound: readonly Bound[], body: Stream, node: ts.Node, cx: Context): Stream {
  return bound.reduceRight<Stream>(
    (result, { binder, value }) => ({ kind: "bind", binder, value, body: result, span: cx.span(node) }),
    body,
  );
}
