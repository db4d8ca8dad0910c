import { defect } from "@policyc/diagnostics";
import type { Binder, Expr, Iteration } from "./expression.js";
import type { FunctionIR, Policy } from "./policy.js";
import type { Stream } from "./stream.js";
import { mayBeAbsent, required, type Type } from "./type.js";
import type { Verified } from "./verified.js";
import { mapChildren } from "./walk.js";

type Scope = ReadonlySet<string>;

/**
 * Checks what every pass and backend relies on: names are bound and hide no other, tests are Boolean,
 * loops run over what is there, fields are read of what has some, functions exist and come before their callers, nothing is poison.
 * A failure is a defect of the pass that ran before.
 */
export function verify(policy: Policy): Verified {
  if (verified.has(policy)) return brand(policy);
  const defined = verifiedFunctions.get(policy.functions) ?? verifyFunctions(policy.functions);
  new Verifier(`policy \`${policy.name}\``, defined).stream(policy.body, new Set());
  verified.add(policy);
  return brand(policy);
}

/** By name. */
function verifyFunctions(functions: Policy["functions"]): ReadonlyMap<string, FunctionIR> {
  const defined = new Map<string, FunctionIR>();
  for (const fn of functions) {
    const verifier = new Verifier(`function \`${fn.name}\``, defined);
    const scope = verifier.bind(fn.params, new Set());
    if (fn.body.kind === "value") verifier.expr(fn.body.value, scope);
    else verifier.stream(fn.body.stream, scope);
    if (defined.has(fn.name)) defect(`function \`${fn.name}\` is defined twice`);
    defined.set(fn.name, fn);
  }
  verifiedFunctions.set(functions, defined);
  return defined;
}

/** One policy is emitted for several targets. */
const verified = new WeakSet<Policy>();

/** Most passes leave the functions as they are. */
const verifiedFunctions = new WeakMap<Policy["functions"], ReadonlyMap<string, FunctionIR>>();

function brand(policy: Policy): Verified {
  return policy as Verified; // the one place that may say so
}

class Verifier {
  readonly where: string;
  readonly functions: ReadonlyMap<string, FunctionIR>;

  constructor(where: string, functions: ReadonlyMap<string, FunctionIR>) {
    this.where = where;
    this.functions = functions;
  }

  bind(binders: readonly Binder[], scope: Scope): Scope {
    for (const { name } of binders) {
      if (scope.has(name)) defect(`${this.where}: \`${name}\` hides another \`${name}\``);
    }
    return new Set([...scope, ...binders.map((binder) => binder.name)]);
  }

  expr(expr: Expr, scope: Scope): void {
    switch (expr.kind) {
      case "invalid":
        return defect(`${this.where}: poison reached a backend`);
      case "local":
        if (!scope.has(expr.name)) defect(`${this.where}: \`${expr.name}\` is not bound`);
        return;
      case "let":
        this.expr(expr.value, scope);
        return this.expr(expr.body, this.bind([expr.binder], scope));
      case "quantify": {
        const inner = this.iteration(expr.iteration, scope);
        this.boolean(expr.where);
        return this.expr(expr.where, inner);
      }
      case "collect": {
        const inner = this.iteration(expr.iteration, scope);
        if (expr.where !== undefined) this.boolean(expr.where);
        for (const child of [expr.where, expr.mapKey, expr.value])
          if (child !== undefined) this.expr(child, inner);
        return;
      }
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
    mapChildren(expr, (child) => {
      this.expr(child, scope);
      return child;
    });
  }

  stream(stream: Stream, scope: Scope): void {
    switch (stream.kind) {
      case "violation":
        this.present(stream.message, "a message");
        for (const child of [stream.message, stream.at, stream.details])
          if (child !== undefined) this.expr(child, scope);
        return;
      case "guard":
        this.boolean(stream.when);
        this.expr(stream.when, scope);
        return this.stream(stream.then, scope);
      case "branch":
        this.boolean(stream.test);
        this.expr(stream.test, scope);
        this.stream(stream.then, scope);
        return this.stream(stream.else, scope);
      case "each":
        return this.stream(stream.body, this.iteration(stream.iteration, scope));
      case "bind":
        this.expr(stream.value, scope);
        return this.stream(stream.body, this.bind([stream.binder], scope));
      case "sequence":
        for (const item of stream.items) this.stream(item, scope);
        return;
      case "delegate":
        this.call(stream.function, stream.args.length, "stream");
        for (const arg of stream.args) this.expr(arg, scope);
    }
  }

  iteration({ over, binder, key }: Iteration, scope: Scope): Scope {
    this.expr(over, scope);
    this.present(over, "what a loop runs over");
    return this.bind(key === undefined ? [binder] : [key, binder], scope);
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

function isWithoutFields(type: Type): boolean {
  const { kind } = required(type);
  return kind === "list" || kind === "set" || kind === "string" || kind === "number" || kind === "boolean";
}

function show(type: Type): string {
  return type.kind === "optional" ? `optional ${type.of.kind}` : type.kind;
}
