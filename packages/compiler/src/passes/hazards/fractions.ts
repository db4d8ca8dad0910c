import { type Arithmetic, childrenOf, type Expr } from "@policyc/ir";
import { fractionHere } from "../diagnostics/fraction.js";
import { fingerprint } from "../tree/fingerprint.js";
import { passedOn } from "../tree/passed-on.js";
import { type Flow, type Hazard, harmfulPlaces } from "./flow.js";
import { deepFlow } from "./held.js";
import { somewhere } from "./places.js";

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
    if (expr.kind === "call") return expr.intrinsic === "list.sum" && expr.args.some(has);
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
  const flow = deepFlow(
    (expr, inside) => {
      if (arises(expr)) return [""];
      if (expr.kind === "arithmetic") return operands(expr).flatMap(inside);
      const kept = expr.kind === "call" && keeping.has(expr.intrinsic) ? expr.args.flatMap(inside) : [];
      return kept.length === 0 ? [] : ["", ...kept.map(somewhere)];
    },
    { isHarmful: (expr, names) => isHarmful(expr, (part) => flow.places(part, names).length > 0) },
  );
  return flow;
}

/** Their result is one of what they are given, or a sum or a set of it. */
const keeping: ReadonlySet<string> = new Set([...passedOn, "list.sum", "set.of"]);

function operands({ left, right }: Arithmetic): readonly Expr[] {
  return [left, right];
}
