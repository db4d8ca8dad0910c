import type { Expr } from "@policyc/ir";
import { canBeFalse } from "../lower/definedness.js";
import type { Rule, Way } from "../syntax.js";
import { isNull } from "./nulls.js";

/** What the values of a rule never are, as far as that is known where it is made. */
export function promisesOf(
  exprs: readonly Expr[],
  ways: readonly Way[],
): Pick<Extract<Rule, { kind: "function" }>, "neverFalse" | "neverNull"> {
  const isSaid = ({ value, neverNull }: Way): boolean => neverNull === true || isNull(value);
  return {
    ...(exprs.some(canBeFalse) ? {} : { neverFalse: true }),
    ...(ways.every(isSaid) ? { neverNull: true } : {}),
  };
}
