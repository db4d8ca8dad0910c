import { ts } from "../typescript.js";
import { functionAround } from "./function-around.js";

/** Members of which nothing of the list, set or map is left: what they say is a text, a number, a truth, or one of its own. */
const passing: readonly string[] = ["length", "includes", "join", "size", "has", "get"];

/** Is it read where it is, and then no more: returned, or asked for what does not change with it? */
export function isPassing(use: ts.Expression, declared: ts.VariableStatement): boolean {
  if (functionAround(use) !== functionAround(declared)) return false;
  const parent = use.parent;
  if (ts.isReturnStatement(parent)) return true;
  return ts.isPropertyAccessExpression(parent) && passing.includes(parent.name.text);
}
