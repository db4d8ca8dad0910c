import {
  type Binder,
  type Call,
  type Collect,
  type Expr,
  expressionsInPolicy,
  type Local,
  type Policy,
  required,
} from "@policyc/ir";
import { inline } from "../functions/inline.js";
import { FreshNames, type Names } from "../tree/fresh-names.js";
import { rewriteExpression, rewritePolicy, rewriteStream } from "../tree/rewrite.js";
import { placesOfUndefinedOrder } from "./order.js";

/**
 * A set of JavaScript gives its elements in the order of the list that it was made of, and those of the engines in none.
 * `[...names].join()` of a set with a name takes each element of that list once, where another order would say something
 * else; what asks the set goes on asking it.
 */
export function withOrderedSets(policy: Policy): Policy {
  const sets = setsSpreadIn(policy);
  if (sets.size === 0) return policy;
  let [settled, places] = [policy, placesIn(policy)];
  for (const set of sets) {
    if (places === 0) break;
    const tried = inOrderOfList(set, settled);
    const left = placesIn(tried);
    if (left < places) [settled, places] = [tried, left];
  }
  return settled;
}

function placesIn(policy: Policy): number {
  return placesOfUndefinedOrder(inline.run(policy)).length;
}

/** The names of sets whose elements something lists. */
function setsSpreadIn(policy: Policy): ReadonlySet<string> {
  const spreads = expressionsInPolicy(policy).filter(isSpread);
  return new Set(spreads.flatMap(({ iteration: { over } }) => (over.kind === "local" ? [over.name] : [])));
}

/** `[...names]` */
function isSpread(expr: Expr): expr is Collect {
  if (expr.kind !== "collect" || expr.into !== "list" || expr.flatten || expr.where !== undefined)
    return false;
  const { over, binder } = expr.iteration;
  return required(over.type).kind === "set" && expr.value.kind === "local" && expr.value.name === binder.name;
}

function inOrderOfList(set: string, policy: Policy): Policy {
  const names = FreshNames.of(policy);
  return rewritePolicy(policy, {
    expression: (expr) => {
      const made = expr.kind === "let" && expr.binder.name === set ? listFirst(expr, names) : undefined;
      if (made === undefined || expr.kind !== "let") return expr;
      const inner: Expr = { ...expr, value: made.set, body: rewriteExpression(expr.body, made.spread) };
      return made.binder === undefined
        ? inner
        : { ...expr, binder: made.binder, value: made.list, body: inner };
    },
    stream: (stream) => {
      const made =
        stream.kind === "bind" && stream.binder.name === set ? listFirst(stream, names) : undefined;
      if (made === undefined || stream.kind !== "bind") return stream;
      const body = rewriteStream(stream.body, { expression: made.spread });
      const inner = { ...stream, value: made.set, body };
      return made.binder === undefined
        ? inner
        : { ...stream, binder: made.binder, value: made.list, body: inner };
    },
  });
}

interface ListFirst {
  /** The list's own name, where it has none. */
  readonly binder?: Binder;
  readonly list: Expr;
  readonly set: Call;
  /** `[...set]`, of the list. */
  readonly spread: (expr: Expr) => Expr;
}

function listFirst(
  bound: { readonly binder: Binder; readonly value: Expr },
  names: Names,
): ListFirst | undefined {
  const { binder: set, value } = bound;
  const list = value.kind === "call" && value.intrinsic === "set.of" ? value.args[0] : undefined;
  if (list === undefined || value.kind !== "call") return undefined;
  const { type, span } = list;
  const binder = list.kind === "local" ? undefined : { name: names.unique(`${set.name}List`), type };
  const read: Local = list.kind === "local" ? list : { kind: "local", name: binder?.name ?? "", type, span };
  const isOfSet = (expr: Expr): boolean =>
    isSpread(expr) && expr.iteration.over.kind === "local" && expr.iteration.over.name === set.name;
  return {
    ...(binder === undefined ? {} : { binder }),
    list,
    set: { ...value, args: [read] },
    spread: (expr) =>
      isOfSet(expr)
        ? { kind: "call", intrinsic: "list.distinct", args: [read], type, span: expr.span }
        : expr,
  };
}
