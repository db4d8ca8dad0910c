import { childrenOf, type Expr, expressionsInPolicy, type Policy, required } from "@policyc/ir";
import { asksWhetherFilled } from "../fold/emptiness.js";
import { type Flow, harmfulPlaces, type Names, oneWayHas } from "./flow.js";

/**
 * Where it is counted, or summed, what a set holds. CEL has no sets: a list stands for one, in which a value may be
 * there twice, and which `distinct` makes one of from Kubernetes 1.35 on. Whether it has a value, or any, is the same.
 */
export function setCounts(policy: Policy): readonly Expr[] {
  return expressionsInPolicy(policy).some(isSet) ? harmfulPlaces(policy, repeating) : [];
}

function isSet({ type }: Expr): boolean {
  return required(type).kind === "set";
}

const counting: ReadonlySet<string> = new Set(["list.length", "list.sum"]);
/** What has a value as often as what it is given. */
const keeping: ReadonlySet<string> = new Set(["list.slice", "list.reversed", "list.sorted"]);

/** Values that stand for a set, or a list that is made of one: a value may be there more often than it should. */
const repeating: Flow = {
  has: mayRepeat,
  // A set in a map, in another list.
  inTurn: ({ binder }) => required(binder.type).kind === "set",
  isHarmful: (expr, names) =>
    expr.kind === "call" && counting.has(expr.intrinsic) && expr.args.some((list) => mayRepeat(list, names)),
  parts: (expr) => {
    if (expr.kind !== "compare" || asksWhetherFilled(expr) === undefined) return childrenOf(expr);
    const { left } = expr;
    return left.kind === "call" && left.intrinsic === "list.length" ? left.args : childrenOf(expr);
  },
};

function mayRepeat(expr: Expr, names: Names): boolean {
  switch (expr.kind) {
    case "collect": {
      const { over } = expr.iteration;
      if (expr.into !== "list") return expr.into === "set";
      return mayRepeat(over, names) || (expr.flatten && mayRepeat(expr.value, names));
    }
    case "list":
      return expr.items.some(({ spread, value }) => spread && mayRepeat(value, names));
    case "call":
      if (expr.intrinsic === "set.of") return expr.args.some((list) => mayHoldTwice(list));
      return keeping.has(expr.intrinsic) && expr.args.some((list) => mayRepeat(list, names));
    default:
      return oneWayHas(expr, repeating, names) ?? isSet(expr);
  }
}

/** Keys of an object are there once, and so are different texts that are written out. */
function mayHoldTwice(list: Expr): boolean {
  if (list.kind === "call" && list.intrinsic === "map.keys") return false;
  if (list.kind !== "list") return true;
  const values = list.items.flatMap(({ spread, value }) =>
    !spread && value.kind === "literal" ? [value.value] : [],
  );
  return new Set(values).size < list.items.length;
}
