import type { Binder, Expr, FunctionIR } from "@policyc/ir";
import { type CallExpression, Node, type ParameterDeclaration } from "ts-morph";
import { let_ } from "./build.js";
import { Context, type FunctionNode } from "./context.js";
import { recursion } from "./diagnostics/flow.js";
import { unsupportedSyntax } from "./diagnostics/syntax.js";
import { Names, Scope } from "./scope.js";
import { binderFor, bindPattern } from "./visitors/patterns.js";

/** The functions that a policy calls, each lowered once, callees before their callers. */
export class Functions {
  readonly #lowered = new Map<FunctionNode, FunctionIR>();
  readonly #underWay = new Set<FunctionNode>();
  readonly #names = new Names();

  get all(): readonly FunctionIR[] {
    return [...this.#lowered.values()];
  }

  /** A call in an expression. */
  apply(fn: FunctionNode, node: CallExpression, cx: Context): Expr {
    return this.applyTo(fn, this.args(fn, node, cx), node, cx);
  }

  /** A call with these arguments. A function inside a predicate may read its names, so it is taken in place. */
  applyTo(fn: FunctionNode, args: readonly Expr[], node: CallExpression, cx: Context): Expr {
    if (this.#underWay.has(fn)) return cx.invalid(recursion(cx.span(node), nameOf(fn)));
    if (!isTopLevel(fn)) return this.#inPlace(fn, args, node, cx);
    const { name, body } = this.#lower(fn, cx);
    if (body.kind === "stream")
      return cx.invalid(unsupportedSyntax(cx.span(node), "a generator as a value", "use `yield*`"));
    return { kind: "apply", function: name, args, type: body.value.type, span: cx.span(node) };
  }

  /** A generator behind `yield*`; `undefined` where it calls itself. */
  generator(fn: FunctionNode, cx: Context): FunctionIR | undefined {
    return this.#underWay.has(fn) ? undefined : this.#lower(fn, cx);
  }

  /** The arguments of a call, one for each parameter: absent, or its default, where none is given. */
  args(fn: FunctionNode, node: CallExpression, cx: Context): readonly Expr[] {
    const given = node.getArguments();
    return fn.getParameters().map((parameter, position) => {
      const argument = given[position];
      if (Node.isExpression(argument)) return cx.expression(argument);
      const initializer = parameter.getInitializer();
      return initializer === undefined
        ? { kind: "absent", type: { kind: "absent" }, span: cx.span(node) }
        : cx.expression(initializer);
    });
  }

  #inPlace(fn: FunctionNode, args: readonly Expr[], node: CallExpression, cx: Context): Expr {
    this.#underWay.add(fn);
    const { binders, inner } = bindParameters(fn.getParameters(), cx);
    const body = resultOf(fn, inner);
    this.#underWay.delete(fn);
    return binders.reduceRight<Expr>((result, binder, position) => {
      const value = args[position];
      return value === undefined ? result : let_(binder, value, result, cx.span(node));
    }, body);
  }

  #lower(fn: FunctionNode, cx: Context): FunctionIR {
    const known = this.#lowered.get(fn);
    if (known !== undefined) return known;
    this.#underWay.add(fn);
    const { binders, inner } = bindParameters(
      fn.getParameters(),
      new Context(cx.policy, new Scope(), new Names()),
    );
    const body = isGenerator(fn)
      ? ({ kind: "stream", stream: inner.statements(statementsOf(fn), (end) => nothing(fn, end)) } as const)
      : ({ kind: "value", value: resultOf(fn, inner) } as const);
    this.#underWay.delete(fn);
    const doc = documentation(fn);
    const lowered: FunctionIR = {
      name: this.#names.unique(nameOf(fn)),
      params: binders,
      body,
      span: cx.span(fn),
      ...(doc === undefined ? {} : { doc }),
    };
    this.#lowered.set(fn, lowered);
    return lowered;
  }
}

function bindParameters(
  parameters: readonly ParameterDeclaration[],
  cx: Context,
): { binders: readonly Binder[]; inner: Context } {
  const binders: Binder[] = [];
  const inner = parameters.reduce((context, parameter) => {
    const pattern = parameter.getNameNode();
    const binder = binderFor(pattern, cx.type(Node.isIdentifier(pattern) ? pattern : parameter), "value", cx);
    binders.push(binder);
    return bindPattern(pattern, binder, context);
  }, cx);
  return { binders, inner };
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

function statementsOf(fn: FunctionNode): Parameters<Context["statements"]>[0] {
  const body = fn.getBody();
  return Node.isBlock(body) ? body.getStatements() : [];
}

function nothing(fn: FunctionNode, cx: Context): ReturnType<Context["statements"]> {
  return { kind: "sequence", items: [], span: cx.span(fn) };
}

function isGenerator(fn: FunctionNode): boolean {
  return !Node.isArrowFunction(fn) && fn.isGenerator();
}

/** Declared by a module itself, so that its names mean the same wherever it is called. */
function isTopLevel(fn: FunctionNode): boolean {
  if (Node.isFunctionDeclaration(fn)) return Node.isSourceFile(fn.getParent());
  const declaration = fn.getParent();
  return (
    Node.isVariableDeclaration(declaration) &&
    Node.isSourceFile(declaration.getVariableStatement()?.getParent())
  );
}

function nameOf(fn: FunctionNode): string {
  if (Node.isFunctionDeclaration(fn)) return fn.getName() ?? "helper";
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
