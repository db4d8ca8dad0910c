import { defect } from "@policyc/diagnostics";
import type { Binder, Expr, Iteration } from "./expression.js";
import type { IntrinsicName } from "./intrinsics.js";
import type { FunctionIR, Policy } from "./policy.js";
import type { Stream } from "./stream.js";
import { isWithoutFields, mayBeAbsent, type Type } from "./type.js";
import type { Verified } from "./verified.js";
import { mapChildren } from "./walk.js";

/**
 * Checks what every pass and backend relies on: names are bound and hide no other, tests are Boolean,
 * loops run over what is there, fields are read of what has some, functions exist and come before their callers, nothing is poison.
 * A failure is a defect of the pass that ran before.
 */
export function verify(policy: Policy): Verified {
  if (verified.has(policy)) return brand(policy);
  const { defined, contents } = verifiedFunctions.get(policy.functions) ?? verifyFunctions(policy.functions);
  const verifier = new Verifier(`policy \`${policy.name}\``, defined, contents);
  verifier.stream(policy.body);
  verified.set(policy, verifier.contents);
  return brand(policy);
}

/** What kinds of expressions there are in a policy, and which intrinsics it calls. */
export function contentsOf(policy: Verified): ReadonlySet<Content> {
  return verified.get(policy) ?? defect(`policy \`${policy.name}\` was not verified`);
}

export type Content = Expr["kind"] | IntrinsicName;

interface VerifiedFunctions {
  /** By name. */
  readonly defined: ReadonlyMap<string, FunctionIR>;
  readonly contents: ReadonlySet<Content>;
}

function verifyFunctions(functions: Policy["functions"]): VerifiedFunctions {
  const defined = new Map<string, FunctionIR>();
  let contents: ReadonlySet<Content> = new Set();
  for (const fn of functions) {
    const verifier = new Verifier(`function \`${fn.name}\``, defined, contents);
    contents = verifier.contents;
    const { body } = fn;
    verifier.within(fn.params, () =>
      body.kind === "value" ? verifier.expr(body.value) : verifier.stream(body.stream),
    );
    if (defined.has(fn.name)) defect(`function \`${fn.name}\` is defined twice`);
    defined.set(fn.name, fn);
  }
  const found = { defined, contents };
  verifiedFunctions.set(functions, found);
  return found;
}

/** One policy is emitted for several targets. */
const verified = new WeakMap<Policy, ReadonlySet<Content>>();

/** Most passes leave the functions as they are. */
const verifiedFunctions = new WeakMap<Policy["functions"], VerifiedFunctions>();

function brand(policy: Policy): Verified {
  return policy as Verified; // the one place that may say so
}

class Verifier {
  readonly where: string;
  readonly functions: ReadonlyMap<string, FunctionIR>;
  /** The names that are bound at the place that is looked at. */
  readonly #bound = new Set<string>();
  /** What has been seen, here and before. */
  readonly contents: Set<Content>;

  constructor(where: string, functions: ReadonlyMap<string, FunctionIR>, seenBefore: ReadonlySet<Content>) {
    this.where = where;
    this.functions = functions;
    this.contents = new Set(seenBefore);
  }

  /** No name hides another, so that what is bound inside is not bound outside. */
  within(binders: readonly Binder[], look: () => void): void {
    for (const { name } of binders) {
      if (this.#bound.has(name)) defect(`${this.where}: \`${name}\` hides another \`${name}\``);
    }
    for (const { name } of binders) this.#bound.add(name);
    look();
    for (const { name } of binders) this.#bound.delete(name);
  }

  expr(expr: Expr): void {
    this.contents.add(expr.kind === "call" ? expr.intrinsic : expr.kind);
    switch (expr.kind) {
      case "invalid":
        return defect(`${this.where}: poison reached a backend`);
      case "local":
        if (!this.#bound.has(expr.name)) defect(`${this.where}: \`${expr.name}\` is not bound`);
        return;
      case "let":
        this.expr(expr.value);
        return this.within([expr.binder], () => this.expr(expr.body));
      case "quantify":
        this.boolean(expr.where);
        return this.iteration(expr.iteration, () => this.expr(expr.where));
      case "collect":
        if (expr.where !== undefined) this.boolean(expr.where);
        return this.iteration(expr.iteration, () => {
          for (const child of [expr.where, expr.mapKey, expr.value])
            if (child !== undefined) this.expr(child);
        });
      case "not":
        this.boolean(expr.operand);
        break;
      case "logic":
        for (const operand of expr.operands) this.boolean(operand);
        break;
      case "conditional":
        this.boolean(expr.test);
        break;
      case "field":
        if (isWithoutFields(expr.of.type))
          defect(`${this.where}: the field \`${expr.name}\` of ${show(expr.of.type)}`);
        break;
      case "apply":
        this.call(expr.function, expr.args.length, "value");
        break;
      default:
    }
    mapChildren(expr, this.#child);
  }

  readonly #child = (child: Expr): Expr => {
    this.expr(child);
    return child;
  };

  stream(stream: Stream): void {
    switch (stream.kind) {
      case "violation":
        this.present(stream.message, "a message");
        for (const child of [stream.message, stream.at, stream.details])
          if (child !== undefined) this.expr(child);
        return;
      case "guard":
        this.boolean(stream.when);
        this.expr(stream.when);
        return this.stream(stream.then);
      case "branch":
        this.boolean(stream.test);
        this.expr(stream.test);
        this.stream(stream.then);
        return this.stream(stream.else);
      case "each":
        return this.iteration(stream.iteration, () => this.stream(stream.body));
      case "bind":
        this.expr(stream.value);
        return this.within([stream.binder], () => this.stream(stream.body));
      case "sequence":
        for (const item of stream.items) this.stream(item);
        return;
      case "delegate":
        this.call(stream.function, stream.args.length, "stream");
        for (const arg of stream.args) this.expr(arg);
    }
  }

  iteration({ over, binder, key }: Iteration, look: () => void): void {
    this.expr(over);
    this.present(over, "what a loop runs over");
    this.within(key === undefined ? [binder] : [key, binder], look);
  }

  boolean(expr: Expr): void {
    if (expr.type.kind !== "boolean") defect(`${this.where}: a test is ${show(expr.type)}, not Boolean`);
  }

  present(expr: Expr, what: string): void {
    if (mayBeAbsent(expr.type) && expr.type.kind !== "unknown")
      defect(`${this.where}: ${what} may be absent`);
  }

  call(name: string, args: number, kind: "value" | "stream"): void {
    const fn = this.functions.get(name);
    if (fn === undefined) return defect(`${this.where}: function \`${name}\` is not defined before its call`);
    if (fn.params.length !== args)
      defect(`${this.where}: function \`${name}\` takes ${fn.params.length} arguments`);
    if (fn.body.kind !== kind) defect(`${this.where}: function \`${name}\` does not return a ${kind}`);
  }
}

function show(type: Type): string {
  return type.kind === "optional" ? `optional ${type.of.kind}` : type.kind;
}
