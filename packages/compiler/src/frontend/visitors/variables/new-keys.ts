import { negatedBy } from "../../syntax/negation.js";
import { ancestorsOf } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { leaves, statementsIn } from "../statements/ways.js";
import type { Choice } from "./depending.js";

/** What a test reads of a map: whether it has a key, or what it has there, of which nothing may be false or empty. */
export type ReadIn = "get" | "getTrue" | "has";

type Reads = (test: ts.Expression) => ReadIn | undefined;

/** Does a choice let a turn put something into a map where there is nothing under its key yet, and nowhere else? */
export function isAskedForNew(choice: Choice, filling: ts.Node, readIn: Reads): boolean {
  if (!ts.isIfStatement(choice)) return false;
  const isNew = holdsForNew(choice.expression, readIn);
  if (isNew === undefined) return false;
  const around = ancestorsOf(filling);
  if (around.includes(choice)) return around.includes(choice.thenStatement) === isNew;
  return !isNew && choice.elseStatement === undefined && leaves(statementsIn(choice.thenStatement));
}

/** Does the test hold where there is nothing yet, or where there is? Nothing where it asks for more than that. */
function holdsForNew(test: ts.Expression, readIn: Reads): boolean | undefined {
  const written = bare(test);
  const read = readIn(written);
  if (read === "has" || read === "getTrue") return false;
  const negated = negatedBy(written);
  if (negated !== undefined) {
    const held = holdsForNew(negated, readIn);
    return held === undefined ? undefined : !held;
  }
  if (!ts.isBinaryExpression(written) || written.right.getText() !== "undefined") return undefined;
  const operator = written.operatorToken.getText();
  if (!/^get/.test(readIn(written.left) ?? "") || !/^[!=]==$/.test(operator)) return undefined;
  return operator === "===";
}
