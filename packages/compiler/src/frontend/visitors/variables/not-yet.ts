import { isContinue, leavesInnerLoop } from "../../syntax/left-by.js";
import { negatedBy } from "../../syntax/negation.js";
import { resolve } from "../../syntax/resolve.js";
import { isIn, onlyStatementIn } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import type { Assignment } from "./assignment.js";
import { type Choice, mentionsAny } from "./depending.js";
import { conjunctsOf } from "./filled-sets.js";

/**
 * `if (!done && …) { …; done = true; }`, `if (done) continue;` before it: only whether it is done already keeps a turn from
 * doing it. It has been done where any turn before would have, whatever those have read.
 */
export function isNotYet(
  choice: Choice,
  { name, step, node: set }: Assignment,
  derived: ReadonlySet<ts.Symbol | undefined>,
): boolean {
  if (step?.kind !== "set" || step.to !== true || !ts.isIfStatement(choice)) return false;
  const isName = (one: ts.Expression): boolean => ts.isIdentifier(one) && resolve(one) === resolve(name);
  if (!isIn(set, choice)) {
    const left = choice.elseStatement === undefined ? onlyStatementIn(choice.thenStatement) : undefined;
    return (
      left !== undefined && isContinue(left) && !leavesInnerLoop(left) && isName(bare(choice.expression))
    );
  }
  const isNotName = (one: ts.Expression): boolean => {
    const negated = negatedBy(one);
    return negated !== undefined && isName(negated);
  };
  const others = conjunctsOf(choice.expression).filter((one) => !isNotName(one));
  return isIn(set, choice.thenStatement) && !others.some((one) => mentionsAny(one, derived));
}
