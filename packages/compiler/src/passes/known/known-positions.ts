import {
  type Call,
  type Compare,
  type CompareOperator,
  type Expr,
  intrinsics,
  mapChildren,
  mapStream,
  mirrored,
  opposite,
  required,
  type Stream,
} from "@policyc/ir";
import { fingerprint } from "../tree/fingerprint.js";
import type { Pass } from "../tree/pass.js";

/**
 * `at >= 0 ? text.slice(0, at) : text`: behind the test the position is none that counts from the end, and is said as it
 * is.
 */
export const knownPositions: Pass = {
  name: "known-positions",
  concerns: ["string.slice", "list.slice"],
  run: (policy) => ({
    ...policy,
    functions: policy.functions.map((fn) =>
      fn.body.kind === "value"
        ? { ...fn, body: { kind: "value", value: inExpression(fn.body.value, nothing) } }
        : fn,
    ),
    body: inStream(policy.body, nothing),
  }),
};

function isSlice(expr: Expr): expr is Call {
  return expr.kind === "call" && (expr.intrinsic === "string.slice" || expr.intrinsic === "list.slice");
}

/** What is known at a place. */
interface Known {
  /** Fingerprints of numbers that are 0 or more. */
  readonly natural: ReadonlySet<string>;
  /** Names of what `indexOf` found, which is -1 or more. */
  readonly positions: ReadonlySet<string>;
}

const nothing: Known = { natural: new Set(), positions: new Set() };

function inStream(stream: Stream, known: Known): Stream {
  switch (stream.kind) {
    case "guard": {
      const then = inStream(stream.then, after(stream.when, true, known));
      return { ...stream, when: inExpression(stream.when, known), then };
    }
    case "branch":
      return {
        ...stream,
        test: inExpression(stream.test, known),
        then: inStream(stream.then, after(stream.test, true, known)),
        else: inStream(stream.else, after(stream.test, false, known)),
      };
    case "bind": {
      const body = inStream(stream.body, naming(stream, known));
      return { ...stream, value: inExpression(stream.value, known), body };
    }
    default:
      return mapStream(
        stream,
        (expr) => inExpression(expr, known),
        (child) => inStream(child, known),
      );
  }
}

function inExpression(expr: Expr, known: Known): Expr {
  switch (expr.kind) {
    case "conditional":
      return {
        ...expr,
        test: inExpression(expr.test, known),
        then: inExpression(expr.then, after(expr.test, true, known)),
        else: inExpression(expr.else, after(expr.test, false, known)),
      };
    case "logic": {
      let seen = known;
      const operands = expr.operands.map((operand) => {
        const inner = inExpression(operand, seen);
        seen = after(operand, expr.operator === "and", seen);
        return inner;
      });
      return { ...expr, operands };
    }
    case "let": {
      const body = inExpression(expr.body, naming(expr, known));
      return { ...expr, value: inExpression(expr.value, known), body };
    }
    default:
      return isSlice(expr) ? sliced(expr, known) : mapChildren(expr, (child) => inExpression(child, known));
  }
}

function sliced(expr: Call, known: Known): Expr {
  const [of, ...bounds] = expr.args.map((arg) => inExpression(arg, known));
  if (of === undefined) return expr;
  return { ...expr, args: [of, ...bounds.map((bound) => asNatural(bound, known))] };
}

function asNatural(bound: Expr, known: Known): Expr {
  const { natural } = known;
  if (bound.kind === "arithmetic" && bound.operator === "+" && bound.type.kind === "number") {
    const { left, right, type } = bound;
    const isBehind = right.kind === "literal" && Number(right.value) >= 1 && isPosition(left, known);
    const sum = { ...bound, left: asNatural(left, known), right: asNatural(right, known) };
    return isBehind ? { ...sum, type: { ...type, natural: true } } : sum;
  }
  if (bound.type.kind !== "number" || !natural.has(fingerprint(bound))) return bound;
  return { ...bound, type: { ...bound.type, natural: true } };
}

function naming(
  { binder, value }: { readonly binder: { readonly name: string }; readonly value: Expr },
  known: Known,
): Known {
  if (!isPosition(value, known)) return known;
  return { ...known, positions: new Set([...known.positions, binder.name]) };
}

/** -1 or more. */
function isPosition(expr: Expr, { positions }: Known): boolean {
  if (expr.kind === "local") return positions.has(expr.name);
  return (
    expr.kind === "call" && (expr.intrinsic === "string.indexOf" || expr.intrinsic === "string.lastIndexOf")
  );
}

/** What is known where a test has come to this. */
function after(test: Expr, outcome: boolean, known: Known): Known {
  if (test.kind === "not") return after(test.operand, !outcome, known);
  if (test.kind === "logic" && outcome === (test.operator === "and"))
    return test.operands.reduce((seen, operand) => after(operand, outcome, seen), known);
  if (test.kind === "call" && test.intrinsic === "string.includes" && outcome)
    return withNatural(known, placesIn(test));
  const found = test.kind === "compare" ? naturalOf(test, outcome, known) : undefined;
  return found === undefined ? known : withNatural(known, [found]);
}

function withNatural(known: Known, found: readonly Expr[]): Known {
  return { ...known, natural: new Set([...known.natural, ...found.map(fingerprint)]) };
}

/** `(image ?? "").includes("/")`, which is how `at >= 0` is asked: where that stands in it, and in `image`. */
function placesIn(test: Call): readonly Expr[] {
  const [text, ...search] = test.args;
  if (text === undefined) return [];
  const texts = text.kind === "coalesce" ? [text, { ...text.of, type: required(text.of.type) }] : [text];
  return texts.flatMap((of) =>
    (["string.indexOf", "string.lastIndexOf"] as const).map((intrinsic) => ({
      ...test,
      intrinsic,
      args: [of, ...search],
      type: intrinsics[intrinsic],
    })),
  );
}

/** The side of a comparison that is 0 or more. */
function naturalOf({ left, right, operator }: Compare, outcome: boolean, known: Known): Expr | undefined {
  const holding = outcome ? operator : opposite[operator];
  if (isAbove(left, holding, right, known)) return left;
  return isAbove(right, mirrored[holding], left, known) ? right : undefined;
}

function isAbove(one: Expr, operator: CompareOperator, other: Expr, known: Known): boolean {
  if (operator === ">" && isPosition(other, known)) return true;
  if (other.kind !== "literal" || typeof other.value !== "number") return false;
  if (operator === "!=") return other.value === -1 && isPosition(one, known);
  return (
    (operator === ">" && other.value >= -1) || ((operator === ">=" || operator === "==") && other.value >= 0)
  );
}
