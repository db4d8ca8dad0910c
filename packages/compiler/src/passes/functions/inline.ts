import { defect } from "@policyc/diagnostics";
import {
  type Apply,
  type Binder,
  type Expr,
  type FunctionIR,
  mapChildren,
  mapStream,
  type Policy,
  required,
  type Stream,
  substitute,
  type Type,
} from "@policyc/ir";
import { FreshNames, Renaming } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { substituteInStream } from "../tree/substitute.js";
import { givesAnotherType } from "./argument-types.js";

/** Puts every function in place of its calls: CEL has none. A function's value keeps the function's name and what is said of it. */
export const inline: Pass = {
  name: "inline",
  run: (policy) => ({ ...inlineCalls(policy, () => true), functions: [] }),
};

/**
 * Puts generators in place of their calls: a Rego function returns a value, not violations. Of the other functions only
 * those that a call gives what OPA would refuse.
 */
export const inlineGenerators: Pass = {
  name: "inline-generators",
  run: (policy) => {
    const inlined = inlineCalls(policy, givesAnotherType);
    return { ...inlined, functions: inlined.functions.filter(({ body }) => body.kind === "value") };
  },
};

interface Inlining {
  readonly names: FreshNames;
  /** Does the function's value stand in place of this call of it? */
  readonly isInlined: (call: Apply, fn: FunctionIR) => boolean;
  /** The functions before the one at hand, themselves without calls. */
  readonly functions: Map<string, FunctionIR>;
}

function inlineCalls(policy: Policy, isInlined: Inlining["isInlined"]): Policy {
  const inlining: Inlining = { names: FreshNames.of(policy), isInlined, functions: new Map() };
  for (const fn of policy.functions) {
    const { body } = fn;
    const inlined: FunctionIR["body"] =
      body.kind === "value"
        ? { kind: "value", value: inExpression(body.value, inlining) }
        : { kind: "stream", stream: inStream(body.stream, inlining) };
    inlining.functions.set(fn.name, { ...fn, body: inlined });
  }
  const functions = [...inlining.functions.values()];
  return { ...policy, functions, body: inStream(policy.body, inlining) };
}

function inExpression(written: Expr, inlining: Inlining): Expr {
  const expr = mapChildren(written, (child) => inExpression(child, inlining));
  if (expr.kind !== "apply") return expr;
  const fn = functionNamed(expr.function, inlining);
  if (!inlining.isInlined(expr, fn)) return expr;
  const { body, params, name } = fn;
  if (body.kind !== "value") return defect(`\`${name}\` is a generator`);
  const given = bindArguments(params, expr.args, new Renaming(inlining.names));
  // With this call's arguments, calls in the function may be such calls, too.
  const substituted = inExpression(substitute(given.inner.expression(body.value), given.replaced), inlining);
  const value = typedAs(expr.type, substituted);
  const withArguments = given.bound.reduceRight<Expr>(
    (result, [binder, argument]) => ({
      kind: "let",
      binder,
      value: argument,
      body: result,
      type: result.type,
      span: expr.span,
    }),
    value,
  );
  const doc = fn.doc === undefined ? {} : { doc: fn.doc };
  const binder: Binder = { name: inlining.names.unique(name), type: value.type, ...doc };
  return {
    kind: "let",
    binder,
    value: withArguments,
    body: { kind: "local", name: binder.name, type: binder.type, span: expr.span },
    type: expr.type,
    span: expr.span,
  };
}

/** What a function of any type gives, `<T>(value: T | undefined, other: T): T`, is what this call of it says. */
function typedAs(type: Type, value: Expr): Expr {
  if (value.type.kind !== "unknown") return value;
  if (value.kind !== "conditional") return { ...value, type };
  return { ...value, then: typedAs(type, value.then), else: typedAs(type, value.else), type };
}

function inStream(written: Stream, inlining: Inlining): Stream {
  const stream = mapStream(
    written,
    (expr) => inExpression(expr, inlining),
    (child) => inStream(child, inlining),
  );
  if (stream.kind !== "delegate") return stream;
  const { body, params, name } = functionNamed(stream.function, inlining);
  if (body.kind !== "stream") return defect(`\`${name}\` is no generator`);
  const given = bindArguments(params, stream.args, new Renaming(inlining.names));
  const inlined = substituteInStream(given.inner.stream(body.stream), given.replaced);
  return given.bound.reduceRight<Stream>(
    (result, [binder, value]) => ({ kind: "bind", binder, value, body: result, span: stream.span }),
    inlined,
  );
}

function functionNamed(name: string, { functions }: Inlining): FunctionIR {
  return functions.get(name) ?? defect(`function \`${name}\` is not defined before its call`);
}

interface Arguments {
  readonly inner: Renaming;
  readonly bound: readonly (readonly [Binder, Expr])[];
  readonly replaced: ReadonlyMap<string, Expr>;
}

/**
 * Arguments that are only names or constants replace their parameter; the others are bound to it. What a parameter of any
 * type, or of several, is, and whether it may be absent, is for the call to say.
 */
function bindArguments(params: readonly Binder[], args: readonly Expr[], renaming: Renaming): Arguments {
  let inner = renaming;
  const bound: (readonly [Binder, Expr])[] = [];
  const replaced = new Map<string, Expr>();
  params.forEach((param, position) => {
    const argument = args[position] ?? defect(`parameter \`${param.name}\` has no argument`);
    const next = inner.with(param);
    inner = next.inner;
    if (isTrivial(argument)) replaced.set(next.binder.name, argument);
    else {
      const { type, span } = argument;
      const { name } = next.binder;
      bound.push([{ ...next.binder, type }, argument]);
      if (isOfAnyType(param.type)) replaced.set(name, { kind: "local", name, type, span });
    }
  });
  return { inner, bound, replaced };
}

/** Does the function ask which of several types it is given? */
function isOfAnyType(type: Type): boolean {
  const { kind } = required(type);
  return kind === "unknown" || kind === "union";
}

/** Costs nothing to read twice. */
export function isTrivial(expr: Expr): boolean {
  return expr.kind === "local" || expr.kind === "input" || expr.kind === "literal" || expr.kind === "absent";
}
