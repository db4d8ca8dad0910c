import type { Expr, Match, Policy } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { rewriteExpression, rewritePolicy } from "../tree/rewrite.js";
import { foldAbsence } from "./absence.js";
import { foldAdditions } from "./additions.js";
import { foldAffix } from "./affixes.js";
import { foldAskedType } from "./asked-types.js";
import { foldBounds } from "./bounds.js";
import { foldCall } from "./calls.js";
import { foldComputation } from "./computation.js";
import { foldConstantList } from "./constant-lists.js";
import { foldEmptiness } from "./emptiness.js";
import { foldFound } from "./found.js";
import { foldApply } from "./functions.js";
import { foldKept } from "./kept.js";
import { foldKinds } from "./kinds.js";
import { foldLogic } from "./logic.js";
import { foldLoops } from "./loops.js";
import { foldReads } from "./reads.js";
import { foldUnequal } from "./unequal.js";
import { foldUnreached } from "./unreached.js";

/** Computes what is known at build time: constants, tests of what is always or never there, the kind of the object. */
export const fold: Pass = {
  name: "fold",
  run: (policy) => rewritePolicy(policy, { expression: foldWith(policy), settled: settledIn(policy) }),
};

/** By the functions and the kinds on which it depends, what stays as it is: `fold` runs again and again. */
const settled = new WeakMap<Policy["functions"], WeakMap<Match["kinds"], WeakSet<Expr>>>();

function settledIn({ functions, match: { kinds } }: Policy): WeakSet<Expr> {
  const byKinds = settled.get(functions) ?? new WeakMap<Match["kinds"], WeakSet<Expr>>();
  settled.set(functions, byKinds);
  const known = byKinds.get(kinds) ?? new WeakSet<Expr>();
  byKinds.set(kinds, known);
  return known;
}

const steps = [
  foldReads,
  foldAbsence,
  foldLogic,
  foldBounds,
  foldLoops,
  foldKept,
  foldConstantList,
  foldComputation,
  foldAdditions,
  foldAffix,
  foldEmptiness,
  foldFound,
  foldCall,
  foldAskedType,
  foldUnequal,
  foldUnreached,
] as const;

function foldWith(policy: Policy): (expr: Expr) => Expr {
  return (expr) => {
    let folded = expr;
    for (const step of steps) folded = step(folded);
    return foldKinds(foldApply(folded, policy.functions), policy.match.kinds);
  };
}

/** The same for one expression, e.g. a match condition. */
export function foldExpression(expr: Expr, policy: Policy): Expr {
  return rewriteExpression(expr, foldWith(policy), settledIn(policy));
}
