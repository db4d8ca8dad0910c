import { defect } from "@policyc/diagnostics";
import {
  type Binder,
  type Expr,
  type FunctionIR,
  mapChildren,
  mapStream,
  type Policy,
  type Stream,
} from "@policyc/ir";
import type { Pass } from "./pass.js";
import { bindersIn, FreshNames, instantiate, instantiateStream } from "./rename.js";

/** Puts the body of every generator in the place of its `yield*`: engines have no streams of their own. */
export const inlineGenerators: Pass = {
  name: "inline-generators",
  run: (policy) => {
    const inliner = new Inliner(policy, false);
    const functions = policy.functions.filter((fn) => fn.body.kind === "value");
    return { ...policy, functions, body: inliner.stream(policy.body) };
  },
};

/** Puts the body of every function in the place of its calls: CEL has no functions of its own. */
export const inlineFunctions: Pass = {
  name: "inline-functions",
  run: (policy) => ({ ...policy, functions: [], body: new Inliner(policy, true).stream(policy.body) }),
};

class Inliner {
  readonly #functions: ReadonlyMap<string, FunctionIR>;
  readonly #names: FreshNames;
  readonly #values: boolean;

  constructor(policy: Policy, values: boolean) {
    this.#functions = new Map(policy.functions.map((fn) => [fn.name, fn]));
    this.#names = new FreshNames(bindersIn(policy.body));
    this.#values = values;
  }

  stream(stream: Stream): Stream {
    const expr = (child: Expr): Expr => this.expr(child);
    if (stream.kind !== "delegate") return mapStream(stream, expr, (child) => this.stream(child));
    const fn = this.#function(stream.function);
    if (fn.body.kind !== "stream") return defect(`\`${fn.name}\` is no generator`);
    const { given, kept } = this.#arguments(fn, stream.args.map(expr));
    const body = this.stream(instantiateStream(fn.body.stream, given, this.#names));
    return kept.reduceRight<Stream>(
      (inner, { binder, value }) => ({ kind: "bind", binder, value, body: inner, span: stream.span }),
      body,
    );
  }

  expr(expr: Expr): Expr {
    const mapped = mapChildren(expr, (child) => this.expr(child));
    if (mapped.kind !== "apply" || !this.#values) return mapped;
    const fn = this.#function(mapped.function);
    if (fn.body.kind !== "value") return defect(`\`${fn.name}\` is a generator`);
    const { given, kept } = this.#arguments(fn, mapped.args);
    const body = this.expr(instantiate(fn.body.value, given, this.#names));
    const value = kept.reduceRight<Expr>(
      (inner, argument) => ({ kind: "let", ...argument, body: inner, type: inner.type, span: mapped.span }),
      body,
    );
    return value.type.kind === "list" || value.type.kind === "record" ? this.#named(fn.name, value) : value;
  }

  /** Arguments that are names, paths or literals stand for their parameter; others get a name. */
  #arguments(
    fn: FunctionIR,
    args: readonly Expr[],
  ): { given: Map<string, Expr>; kept: { binder: Binder; value: Expr }[] } {
    const given = new Map<string, Expr>();
    const kept: { binder: Binder; value: Expr }[] = [];
    fn.params.forEach((parameter, position) => {
      const value = args[position] ?? defect(`\`${fn.name}\` is called with too few arguments`);
      if (isCheap(value)) {
        given.set(parameter.name, value);
        return;
      }
      const binder = { name: this.#names.fresh(parameter.name), type: value.type };
      kept.push({ binder, value });
      given.set(parameter.name, {
        kind: "local",
        name: binder.name,
        type: value.type,
        span: value.span,
      });
    });
    return { given, kept };
  }

  /** A list or object that a function makes keeps the function's name. */
  #named(name: string, value: Expr): Expr {
    const binder = { name: this.#names.fresh(name), type: value.type };
    return {
      kind: "let",
      binder,
      value,
      body: { kind: "local", name: binder.name, type: value.type, span: value.span },
      type: value.type,
      span: value.span,
    };
  }

  #function(name: string): FunctionIR {
    return this.#functions.get(name) ?? defect(`function \`${name}\` is not there`);
  }
}

/** A literal, a name, or a path from one: as short as a name for it would be. */
export function isCheap(expr: Expr): boolean {
  if (expr.kind === "literal" || expr.kind === "absent" || expr.kind === "local" || expr.kind === "input")
    return true;
  if (expr.kind === "list") return expr.items.length === 0;
  if (expr.kind === "field") return isCheap(expr.of);
  return (
    expr.kind === "index" && isCheap(expr.of) && (expr.key.kind === "literal" || expr.key.kind === "local")
  );
}
