import {
  type Binder,
  type Expr,
  expressionsIn,
  expressionsInPolicy,
  type FunctionIR,
  freeNames,
  type InputRoot,
  type Policy,
  substitute,
} from "@policyc/ir";
import { fingerprint } from "../tree/fingerprint.js";
import type { Pass } from "../tree/pass.js";
import { isPath, isRule } from "../tree/path.js";
import { rewriteExpression, rewriteStream } from "../tree/rewrite.js";
import { substituteInStream } from "../tree/substitute.js";

/**
 * A function that every call gives the same part of the request reads it itself: in Rego `pod_spec(input.review.object)`
 * is the rule `pod_spec`, which is evaluated once, and passes nothing on. So does one that every call gives the same rule,
 * a list that OPA otherwise compares with that of each call before.
 */
export const constantArguments: Pass = {
  name: "constant-arguments",
  concerns: ["apply"],
  run: (policy) => withoutAll(policy, () => true),
};

/**
 * The same of parameters alone, once names that stand for one are gone: `is_between(port)` reads `input.parameters.max` as
 * any rule does. What it is asked about, a host of the object, is still said where it is asked.
 */
export const constantParameters: Pass = {
  name: "constant-parameters",
  concerns: ["apply"],
  run: (policy) => withoutAll(policy, (root) => root === "params"),
};

type Roots = (root: InputRoot) => boolean;

// From the last function to the first: what its caller no longer takes as an argument is constant for it, too. Once more
// where that has made rules of functions, which are constant for those behind them.
function withoutAll(policy: Policy, roots: Roots): Policy {
  let calls = callsIn(policy);
  const narrower = policy.functions.reduceRight((all, { name }) => {
    const narrowed = withoutConstants(all, name, calls.get(name) ?? [], roots);
    if (narrowed !== all) calls = callsIn(narrowed);
    return narrowed;
  }, policy);
  return narrower === policy ? policy : withoutAll(narrower, roots);
}

function withoutConstants(policy: Policy, name: string, calls: Calls, roots: Roots): Policy {
  const fn = policy.functions.find((one) => one.name === name);
  if (fn === undefined || calls.length === 0) return policy;
  const before = readableBy(fn, policy.functions);
  const constants = fn.params.map((_, position) =>
    constantOf(
      calls.map((args) => args[position]),
      // OPA's checker takes `null` for a mistake where a function compares what it is given with a text or a truth.
      (arg) => arg.kind === "absent" || isPartOf(arg, roots) || (isRule(arg) && before.has(arg.function)),
    ),
  );
  if (constants.every((constant) => constant === undefined)) return policy;
  const isKept = (_: unknown, position: number): boolean => constants[position] === undefined;
  const narrowed = { ...reading(fn, constants), params: fn.params.filter(isKept) };
  const call = (expr: Expr): Expr =>
    expr.kind === "apply" && expr.function === name ? { ...expr, args: expr.args.filter(isKept) } : expr;
  const functions = policy.functions.map((one) =>
    one.name === name ? narrowed : mapFunction(one, (expr) => rewriteExpression(expr, call)),
  );
  return {
    ...policy,
    functions: readFirst(functions, narrowed),
    body: rewriteStream(policy.body, { expression: call }),
  };
}

/** The arguments of each call of a function. */
type Calls = readonly (readonly Expr[])[];

/** By the function's name. */
function callsIn(policy: Policy): ReadonlyMap<string, Calls> {
  const calls = new Map<string, (readonly Expr[])[]>();
  for (const expr of expressionsInPolicy(policy)) {
    if (expr.kind !== "apply") continue;
    const others = calls.get(expr.function);
    if (others === undefined) calls.set(expr.function, [expr.args]);
    else others.push(expr.args);
  }
  return calls;
}

/** What all of the arguments are. */
function constantOf(
  args: readonly (Expr | undefined)[],
  isConstant: (arg: Expr) => boolean,
): Expr | undefined {
  const [first] = args;
  if (first === undefined || !isConstant(first)) return undefined;
  const text = fingerprint(first);
  return args.every((arg) => arg !== undefined && fingerprint(arg) === text) ? first : undefined;
}

function isPartOf(arg: Expr, roots: Roots): boolean {
  if (!isPath(arg) || freeNames(arg).size > 0) return false;
  const inputs = expressionsIn(arg).filter((expr) => expr.kind === "input");
  return inputs.length > 0 && inputs.every(({ root }) => roots(root));
}

/** A function reads what stands before it; so may do what calls nothing itself, wherever it stands. */
function readableBy(fn: FunctionIR, functions: readonly FunctionIR[]): ReadonlySet<string> {
  const position = functions.indexOf(fn);
  const readable = functions.filter((one, index) => index < position || (one !== fn && callsNothing(one)));
  return new Set(readable.map(({ name }) => name));
}

function callsNothing({ body }: FunctionIR): boolean {
  return body.kind === "value" && !expressionsIn(body.value).some(({ kind }) => kind === "apply");
}

/** The functions with those before it that it reads by now. */
function readFirst(functions: readonly FunctionIR[], fn: FunctionIR): readonly FunctionIR[] {
  const read = new Set(fn.body.kind === "value" ? expressionsIn(fn.body.value).flatMap(calledBy) : []);
  const position = functions.indexOf(fn);
  const isLate = (one: FunctionIR, index: number): boolean => index > position && read.has(one.name);
  const late = functions.filter(isLate);
  if (late.length === 0) return functions;
  return functions.flatMap((one, index) => (one === fn ? [...late, fn] : isLate(one, index) ? [] : [one]));
}

function calledBy(expr: Expr): readonly string[] {
  return expr.kind === "apply" ? [expr.function] : [];
}

function reading(fn: FunctionIR, constants: readonly (Expr | undefined)[]): FunctionIR {
  const given = new Map(
    fn.params.flatMap(({ name }: Binder, position) => {
      const constant = constants[position];
      return constant === undefined ? [] : [[name, constant] as const];
    }),
  );
  const { body } = fn;
  return {
    ...fn,
    body:
      body.kind === "value"
        ? { kind: "value", value: substitute(body.value, given) }
        : { kind: "stream", stream: substituteInStream(body.stream, given) },
  };
}

function mapFunction(fn: FunctionIR, map: (expr: Expr) => Expr): FunctionIR {
  return fn.body.kind === "value" ? { ...fn, body: { kind: "value", value: map(fn.body.value) } } : fn;
}
