import {
  type Binding,
  bindingsIn,
  bindingsInStream,
  type Expr,
  expressionsInPolicy,
  type FunctionIR,
  integerType,
  literal,
  mapChildren,
  mapExpressions,
  mayBeAbsent,
  type Policy,
  required,
  stringType,
  type Type,
} from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { passedOn } from "../tree/passed-on.js";

/**
 * Gatekeeper hands numbers to OPA as Go's `float64`, and Kyverno some to CEL, so that 1000000 of an object or a
 * Constraint would be printed as 1e+06. What the engines count and compute themselves has its digits.
 */
export const numbersInFull: Pass = inFull("numbers-in-full", printed);

/** The same of positions in texts and lists, for which OPA takes no 1e+06 at all. */
export const positionsInFull: Pass = inFull("positions-in-full", positioned);

/** An expression with its parts that need digits, and may not have them, in full. */
type InFull = (expr: Expr, hasDigits: (part: Expr) => boolean) => Expr;

function inFull(name: string, of: InFull): Pass {
  const concerns = (expr: Expr): boolean => of(expr, () => false) !== expr;
  return {
    name,
    run: (policy) => {
      if (!expressionsInPolicy(policy).some(concerns)) return policy;
      const rewriting =
        (bound: Bound) =>
        (expr: Expr): Expr =>
          of(mapChildren(expr, rewriting(bound)), (part) => hasItsDigits(part, bound, policy));
      return {
        ...policy,
        functions: policy.functions.map((fn) => inFunction(fn, rewriting)),
        body: mapExpressions(policy.body, rewriting(boundBy(bindingsInStream(policy.body)))),
      };
    },
  };
}

function inFunction(fn: FunctionIR, rewriting: (bound: Bound) => (expr: Expr) => Expr): FunctionIR {
  if (fn.body.kind !== "value") return fn;
  const rewrite = rewriting(boundBy(bindingsIn(fn.body.value)));
  return { ...fn, body: { kind: "value", value: rewrite(fn.body.value) } };
}

function printed(expr: Expr, hasDigits: (part: Expr) => boolean): Expr {
  if (expr.kind !== "concat") return expr;
  const isPlain = (part: Expr): boolean =>
    !mayBeNumber(part.type) || mayBeAbsent(part.type) || hasDigits(part);
  return expr.parts.every(isPlain)
    ? expr
    : { ...expr, parts: expr.parts.map((part) => (isPlain(part) ? part : withDigits(part, stringType))) };
}

function positioned(expr: Expr, hasDigits: (part: Expr) => boolean): Expr {
  if (expr.kind !== "call" || !(expr.intrinsic === "string.slice" || expr.intrinsic === "list.slice"))
    return expr;
  const [of, ...positions] = expr.args;
  if (of === undefined || positions.every(hasDigits)) return expr;
  const digits = positions.map((part) => (hasDigits(part) ? part : withDigits(part, integerType)));
  return { ...expr, args: [of, ...digits] };
}

function withDigits(number: Expr, type: Type): Expr {
  return { kind: "call", intrinsic: "number.inFull", args: [number], type, span: number.span };
}

/** By the names of a body, the values that they stand for, and the lists whose elements they are. */
type Bound = ReadonlyMap<string, Expr>;

/** What a loop counts has its digits. */
function boundBy(bindings: readonly Binding[]): Bound {
  return new Map(
    bindings.map(({ binder, as, of }) => [binder.name, as === "key" ? literal(0, of.span) : of]),
  );
}

function mayBeNumber(type: Type): boolean {
  const known = required(type);
  return known.kind === "number" || (known.kind === "union" && known.members.some(mayBeNumber));
}

/** Are the numbers in it written out, counted or computed, or too small to have an exponent? */
function hasItsDigits(expr: Expr, bound: Bound, policy: Policy): boolean {
  const has = (part: Expr): boolean => hasItsDigits(part, bound, policy);
  switch (expr.kind) {
    case "literal":
    case "arithmetic":
    case "absent":
      return true;
    case "call":
      return !passedOn.has(expr.intrinsic) || expr.args.every(has);
    case "conditional":
      return has(expr.then) && has(expr.else);
    case "coalesce":
      return has(expr.of) && has(expr.fallback);
    case "let":
      return has(expr.body);
    case "list":
      return expr.items.every(({ value }) => has(value));
    case "collect":
      return has(expr.value);
    case "index":
      return has(expr.of);
    case "local": {
      const value = bound.get(expr.name);
      return value !== undefined && has(value);
    }
    case "record":
      return expr.entries.every(({ value }) => has(value));
    case "field":
      return ports.has(expr.name) || has(expr.of);
    case "apply": {
      const body = policy.functions.find(({ name }) => name === expr.function)?.body;
      if (body?.kind !== "value") return false;
      return hasItsDigits(body.value, boundBy(bindingsIn(body.value)), policy);
    }
    default:
      return false;
  }
}

/** The API server takes no port above 65535. */
const ports: ReadonlySet<string> = new Set([
  "port",
  "containerPort",
  "hostPort",
  "nodePort",
  "targetPort",
  "endPort",
]);
