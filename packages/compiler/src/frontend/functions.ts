import {
  type Binder,
  type Expr,
  type FunctionIR,
  mayBeAbsent,
  optional,
  required,
  type Stream,
  type Type,
} from "@policyc/ir";
import { type BindingName, type CallExpression, Node, type ParameterDeclaration } from "ts-morph";
import { absent, type Bound, let_ } from "./build.js";
import { argumentOf } from "./call-arguments.js";
import { Context } from "./context.js";
import { recursion } from "./diagnostics/flow.js";
import { unsupportedSyntax } from "./diagnostics/syntax.js";
import { type FunctionNode, type Meaning, Names, type Written } from "./scope.js";
import { isShared } from "./shared-functions.js";
import { carriesFunctions } from "./types/carries-functions.js";
import { KeptWithChecker } from "./types/kept.js";
import { binderFor, bindPattern, destructure } from "./visitors/patterns.js";
import { bindRow } from "./visitors/rows.js";

/** How deep a function may stand in its own arguments: `all(pods, (p) => all(p.ports, …))` is no recursion. */
const deepest = 8;

/** The functions that a policy calls, each lowered once, callees before their callers. */
export class Functions {
  readonly #lowered = new Map<FunctionNode, FunctionIR>();
  readonly #underWay = new Set<FunctionNode>();
  readonly #depth = new Map<FunctionNode, number>();
  readonly #names = new Names();
  /** What the functions call that are under way. */
  readonly #calls: Set<FunctionNode>[] = [];

  get all(): readonly FunctionIR[] {
    return [...this.#lowered.values()];
  }

  /** A call in an expression. */
  apply(closure: Written<FunctionNode>, node: CallExpression, cx: Context): Expr {
    const { node: fn } = closure;
    if (isShared(fn)) return typed(this.applyTo(closure, this.args(fn, node, cx), node, cx), node, cx);
    const value = this.#inPlace<Expr>(closure, node, cx, (inner) => resultOf(fn, inner), letAround);
    return value === undefined ? cx.invalid(recursion(cx.span(node), nameOf(fn))) : typed(value, node, cx);
  }

  /** A call with these arguments. A function inside a predicate may read its names, so it is taken in place. */
  applyTo(closure: Written<FunctionNode>, args: readonly Expr[], node: CallExpression, cx: Context): Expr {
    const { node: fn, scope } = closure;
    if (this.#underWay.has(fn)) return cx.invalid(recursion(cx.span(node), nameOf(fn)));
    if (!isShared(fn)) {
      const { binders, inner } = bindParameters(fn.getParameters(), cx.seeing(scope), args);
      const body = this.#nested(fn, () => resultOf(fn, inner));
      if (body === undefined) return cx.invalid(recursion(cx.span(node), nameOf(fn)));
      return letAround(
        binders.flatMap((binder, at) => pairWith(binder, args[at])),
        body,
        node,
        cx,
      );
    }
    const { name, body } = this.#lower(fn, cx);
    if (body.kind === "stream")
      return cx.invalid(unsupportedSyntax(cx.span(node), "a generator as a value", "use `yield*`"));
    return { kind: "apply", function: name, args, type: body.value.type, span: cx.span(node) };
  }

  /** `yield* generator(…)`; `undefined` where the function calls itself or yields nothing. */
  delegate(closure: Written<FunctionNode>, node: CallExpression, cx: Context): Stream | undefined {
    const { node: fn } = closure;
    if (!isGenerator(fn)) return undefined;
    const span = cx.span(node);
    if (!isShared(fn))
      return this.#inPlace<Stream>(closure, node, cx, (inner) => bodyOf(fn, inner.outsideLoop()), bindAround);
    if (this.#underWay.has(fn)) return undefined;
    const { name } = this.#lower(fn, cx);
    return { kind: "delegate", function: name, args: this.args(fn, node, cx), span };
  }

  /** The arguments of a call, one for each parameter: absent, or its default, where none is given. */
  args(fn: FunctionNode, node: CallExpression, cx: Context): readonly Expr[] {
    return fn
      .getParameters()
      .map((_, position) => argumentOf(fn, position, node, cx) ?? absent(cx.span(node)));
  }

  /** The names of a function's parameters, meaning the arguments of a call of it. */
  withArguments(fn: FunctionNode, node: CallExpression, cx: Context, inner: Context): Context {
    return fn.getParameters().reduce((context, parameter, position) => {
      const name = parameter.getNameNode();
      const written = writtenFor(parameter, position, node, { outer: cx, inner: context });
      if (written !== undefined) return bindGiven(name, written, context);
      const value = argumentOf(fn, position, node, cx, context) ?? absent(cx.span(node));
      return destructure(name, value, context);
    }, inner);
  }

  #inPlace<T extends Expr | Stream>(
    { node: fn, scope }: Written<FunctionNode>,
    node: CallExpression,
    cx: Context,
    body: (inner: Context) => T,
    around: (bound: readonly Bound[], body: T, node: Node, cx: Context) => T,
  ): T | undefined {
    const bound: Bound[] = [];
    const inner = fn.getParameters().reduce((context, parameter, position) => {
      const pattern = parameter.getNameNode();
      const written = writtenFor(parameter, position, node, { outer: cx, inner: context });
      if (written !== undefined) return bindGiven(pattern, written, context);
      const value = argumentOf(fn, position, node, cx, context) ?? absent(cx.span(node));
      const type = givenType(cx.type(Node.isIdentifier(pattern) ? pattern : parameter), value);
      const binder = binderFor(pattern, type, "value", cx);
      bound.push({ binder, value });
      return bindPattern(pattern, binder, context);
    }, cx.seeing(scope));
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

  #lower(fn: FunctionNode, cx: Context): FunctionIR {
    this.#calls.at(-1)?.add(fn);
    const lowered = this.#lowered.get(fn) ?? this.#asBefore(fn, cx) ?? this.#anew(fn, cx);
    this.#lowered.set(fn, lowered);
    return lowered;
  }

  /** As an earlier policy has it, where that calls the functions of this one by the same names. */
  #asBefore(fn: FunctionNode, cx: Context): FunctionIR | undefined {
    const before = earlier.get(fn);
    if (before === undefined || this.#names.isTaken(before.lowered.name)) return undefined;
    const calls = [...before.calls].map((callee) => this.#lower(callee, cx));
    if (calls.some(({ name }, at) => name !== before.names[at])) return undefined;
    this.#names.unique(before.lowered.name);
    return before.lowered;
  }

  #anew(fn: FunctionNode, cx: Context): FunctionIR {
    const problems = cx.policy.collector.diagnostics.length;
    const calls = new Set<FunctionNode>();
    this.#calls.push(calls);
    this.#underWay.add(fn);
    const { binders, inner } = bindParameters(fn.getParameters(), new Context(cx.policy));
    const body = isGenerator(fn)
      ? ({ kind: "stream", stream: bodyOf(fn, inner) } as const)
      : ({ kind: "value", value: resultOf(fn, inner) } as const);
    this.#underWay.delete(fn);
    this.#calls.pop();
    const doc = documentation(fn);
    const lowered: FunctionIR = {
      name: this.#names.unique(nameOf(fn)),
      params: binders,
      body,
      span: cx.span(fn),
      ...(doc === undefined ? {} : { doc }),
    };
    const names = [...calls].flatMap((callee) => this.#lowered.get(callee)?.name ?? []);
    const isUsual = cx.policy.collector.diagnostics.length === problems && lowered.name === nameOf(fn);
    if (isUsual) earlier.set(fn, { lowered, calls, names });
    return lowered;
  }
}

/** What a function came to for a policy before, under its own name and without a complaint. Many call the same functions of the SDK. */
interface Earlier {
  readonly lowered: FunctionIR;
  readonly calls: ReadonlySet<FunctionNode>;
  /** What that policy calls them. */
  readonly names: readonly string[];
}

const earlier = new KeptWithChecker<FunctionNode, Earlier>();

function bindParameters(
  parameters: readonly ParameterDeclaration[],
  cx: Context,
  args: readonly Expr[] = [],
): { binders: readonly Binder[]; inner: Context } {
  const binders: Binder[] = [];
  const inner = parameters.reduce((context, parameter, position) => {
    const pattern = parameter.getNameNode();
    const declared = cx.type(Node.isIdentifier(pattern) ? pattern : parameter);
    const binder = binderFor(pattern, givenType(declared, args[position]), "value", cx);
    binders.push(binder);
    return bindPattern(pattern, binder, context);
  }, cx);
  return { binders, inner };
}

/** What a call gives for a parameter that holds functions: what is written there, or its default. */
function writtenFor(
  parameter: ParameterDeclaration,
  position: number,
  node: CallExpression,
  { outer, inner }: { readonly outer: Context; readonly inner: Context },
): Meaning | undefined {
  if (!carriesFunctions(parameter)) return undefined;
  const given = node.getArguments().slice(position).filter(Node.isExpression);
  const [first] = given;
  if (parameter.isRestParameter()) {
    if (given.some(Node.isSpreadElement)) return undefined;
    return { kind: "rows", rows: given.map((one) => ({ node: one, scope: outer.scope })) };
  }
  if (first !== undefined && first.getText() !== "undefined")
    return { kind: "written", node: first, scope: outer.scope };
  const initializer = parameter.getInitializer();
  return initializer === undefined
    ? { kind: "value", value: absent(outer.span(node)) }
    : { kind: "written", node: initializer, scope: inner.scope };
}

function bindGiven(pattern: BindingName, given: Meaning, cx: Context): Context {
  return given.kind === "written" ? bindRow(pattern, { value: given }, cx) : cx.binding(pattern, given);
}

function resultOf(fn: FunctionNode, cx: Context): Expr {
  const body = fn.getBody();
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

/** A type parameter says nothing about the value; the call does. */
function typed(value: Expr, node: CallExpression, cx: Context): Expr {
  return isVague(value.type) ? { ...value, type: cx.type(node) } : value;
}

function isVague(type: Type): boolean {
  if (type.kind === "optional") return isVague(type.of);
  if (type.kind === "list" || type.kind === "set") return isVague(type.element);
  return type.kind === "unknown" || (type.kind === "map" && isVague(type.value));
}

/** The violations of a generator. */
function bodyOf(fn: FunctionNode, cx: Context): Stream {
  const body = fn.getBody();
  const statements = Node.isBlock(body) ? body.getStatements() : [];
  return cx.statements(statements, (end) => ({ kind: "sequence", items: [], span: end.span(fn) }));
}

/** A parameter and what a call gives for it. */
function pairWith(binder: Binder, value: Expr | undefined): readonly Bound[] {
  return value === undefined ? [] : [{ binder, value }];
}

function letAround(bound: readonly Bound[], body: Expr, node: Node, cx: Context): Expr {
  return bound.reduceRight<Expr>(
    (result, { binder, value }) => let_(binder, value, result, cx.span(node)),
    body,
  );
}

function bindAround(bound: readonly Bound[], body: Stream, node: Node, cx: Context): Stream {
  return bound.reduceRight<Stream>(
    (result, { binder, value }) => ({ kind: "bind", binder, value, body: result, span: cx.span(node) }),
    body,
  );
}

/** TypeScript knows no whole numbers; what a call gives may be one. */
function givenType(declared: Type, value: Expr | undefined): Type {
  const given = value === undefined ? undefined : required(value.type);
  if (required(declared).kind !== "number" || given?.kind !== "number") return declared;
  return mayBeAbsent(declared) ? optional(given) : given;
}

function isGenerator(fn: FunctionNode): boolean {
  return !Node.isArrowFunction(fn) && fn.isGenerator();
}

function nameOf(fn: FunctionNode): string {
  if (Node.isFunctionDeclaration(fn) || Node.isMethodDeclaration(fn)) return fn.getName() ?? "helper";
  const parent = fn.getParent();
  return Node.isVariableDeclaration(parent) ? parent.getName() : "helper";
}

function documentation(fn: FunctionNode): string | undefined {
  const documented = Node.isFunctionDeclaration(fn) ? fn : fn.getFirstAncestor(Node.isVariableStatement);
  const text =
    Node.isFunctionDeclaration(documented) || Node.isVariableStatement(documented)
      ? documented.getJsDocs().at(-1)?.getDescription().trim()
      : undefined;
  return text === undefined || text === "" ? undefined : text;
}
