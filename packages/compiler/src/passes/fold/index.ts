import type { Expr, Policy } from "@policyc/ir";
import type { Pass } from "../pass.js";
import { rewriteExpression, rewritePolicy } from "../rewrite.js";
import { foldAbsence } from "./absence.js";
import { foldCall } from "./calls.js";
import { foldComputation } from "./computation.js";
import { foldConstantList } from "./constant-lists.js";
import { foldApply } from "./functions.js";
import { foldKinds } from "./kinds.js";
import { foldLogic } from "./logic.js";
import { foldLoops } from "./loops.js";
import { foldReads } from "./reads.js";

/** Computes what is known at build time: constants, tests of what is always or never there, the kind of the object. */
export const fold: Pass = {
  name: "fold",
  run: (policy) => rewritePolicy(policy, { expression: foldWith(policy) }),
};

function foldWith(policy: Policy): (expr: Expr) => Expr {
  return (expr) => {
    let folded = expr;
    for (const step of [
      foldReads,
      foldAbsence,
      foldLogic,
      foldLoops,
      foldConstantList,
      foldComputation,
      foldCall,
    ])
      folded = step(folded);
    return foldKinds(foldApply(folded, policy.functions), policy.match.kinds);
  };
}

/** The same for one expression, e.g. a match condition. */
export function foldExpression(expr: Expr, policy: Policy): Expr {
  return rewriteExpression(expr, foldWith(policy));
}
