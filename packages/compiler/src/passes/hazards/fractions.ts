import { type Arithmetic, childrenOf, type Expr, required } from "@policyc/ir";
import { fractionHere } from "../diagnostics/fraction.js";
import { fingerprint } from "../tree/fingerprint.js";
import { passedOn } from "../tree/passed-on.js";
import { type Flow, type Hazard, harmfulPlaces, type Names, within } from "./flow.js";

/**
 * Where a fraction would be computed with or printed: `0.1 * 3` is 0.30000000000000004 in JavaScript and CEL and 0.3 in
 * OPA, and Go writes 1000000.5 as 1.0000005e+06. To divide, compare and round is the same everywhere.
 */
export const fractions: Hazard = {
  begins: (expr) => isInexact(expr) || isBroken(expr),
  problems: (policy) => [
    ...harmfulPlaces(policy, inexact).map(({ span }) => fractionHere(span, "compute")),
    ...harmfulPlaces(policy, broken).map(({ span }) => fractionHere(span, "print")),
  ],
};

/** What binary cannot say exactly must not be computed with. */
const inexact: Flow = {
  ...flowOf(isInexact, (expr, has) => {
    return expr.kind === "arithmetic" && expr.operator !== "/" && operands(expr).some(has);
  }),
  parts: (expr) => childrenOf(expr).flatMap((part) => (isRounding(expr, part) ? childrenOf(part) : [part])),
};

/** `Math.round(x)` is `Math.floor(x + 0.5)`. */
function isRounding(expr: Expr, part: Expr): boolean {
  const isHalfMore = part.kind === "arithmetic" && part.right.kind === "literal" && part.right.value === 0.5;
  return expr.kind === "call" && expr.intrinsic === "math.floor" && isHalfMore && part.operator === "+";
}

/** What may have a fraction must not be printed. */
const broken: Flow = flowOf(isBroken, (expr, has) => expr.kind === "concat" && expr.parts.some(has));

/** Halves, quarters and so on are exact in binary and in decimal; what a text says may be `0.1`. */
function isInexact(expr: Expr): boolean {
  if (isWithoutRest(expr)) return false;
  if (expr.kind === "call") return expr.intrinsic === "number.parse";
  if (expr.kind === "literal") return typeof expr.value === "number" && !Number.isInteger(expr.value * 1024);
  if (expr.kind !== "arithmetic" || expr.operator !== "/") return false;
  const { right } = expr;
  return right.kind !== "literal" || ![1, 2, 4, 8, 16].includes(Number(right.value));
}

function isBroken(expr: Expr): boolean {
  if (isWithoutRest(expr)) return false;
  if (expr.kind === "literal") return typeof expr.value === "number" && !Number.isInteger(expr.value);
  return expr.kind === "arithmetic" && expr.operator === "/";
}

/** `(seconds - (seconds % 60)) / 60`: nothing is left over. */
function isWithoutRest(expr: Expr): boolean {
  if (expr.kind !== "arithmetic" || expr.operator !== "/" || expr.right.kind !== "literal") return false;
  const { left, right } = expr;
  const rest = left.kind === "arithmetic" && left.operator === "-" ? left.right : undefined;
  if (left.kind !== "arithmetic" || rest?.kind !== "arithmetic" || rest.operator !== "%") return false;
  return fingerprint(rest.left) === fingerprint(left.left) && fingerprint(rest.right) === fingerprint(right);
}

/** Follows a property of numbers; one that an object or a parameter holds is what its author wrote. */
function flowOf(
  arises: (expr: Expr) => boolean,
  isHarmful: (expr: Expr, has: (part: Expr) => boolean) => boolean,
): Flow {
  const has = (expr: Expr, names: Names): boolean =>
    arises(expr) ||
    sources(expr, names, flow).some(([part, seen]) => has(part, seen)) ||
    isNamed(expr, names);
  const flow: Flow = {
    has,
    inTurn: ({ over }, names) => required(over.type).kind === "list" && has(over, names),
    isHarmful: (expr, names) => isHarmful(expr, (part) => has(part, names)),
  };
  return flow;
}

function isNamed(expr: Expr, names: Names): boolean {
  return expr.kind === "local" && names.has(expr.name);
}

/** The parts that a number comes from, with the names in their sight. */
function sources(expr: Expr, names: Names, flow: Flow): readonly (readonly [Expr, Names])[] {
  const here = (parts: readonly Expr[]) => parts.map((part) => [part, names] as const);
  switch (expr.kind) {
    case "arithmetic":
      return here(operands(expr));
    case "conditional":
      return here([expr.then, expr.else]);
    case "coalesce":
      return here([expr.of, expr.fallback]);
    case "index":
      return here([expr.of]);
    case "list":
      return here(expr.items.map(({ value }) => value));
    case "collect":
      return [[expr.value, within(expr, flow, names)]];
    case "let":
      return [[expr.body, within(expr, flow, names)]];
    case "call":
      return keeping.has(expr.intrinsic) ? here(expr.args) : [];
    default:
      return [];
  }
}

/** Their result is one of what they are given, or a sum of it. */
const keeping: ReadonlySet<string> = new Set([...passedOn, "list.sum"]);

function operands({ left, right }: Arithmetic): readonly Expr[] {
  return [left, right];
}
