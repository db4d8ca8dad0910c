import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isA } from "./tree.js";

/** Methods that give a list of their own: to change it changes nothing that anybody else holds. */
const making = new Set([
  ...["map", "filter", "flatMap", "flat", "slice", "concat", "split", "toSorted", "toReversed"],
  ...["Object.keys", "Object.values", "Object.entries", "Array.from"],
]);

/** Is it a list that was made just here? */
export function isFresh(list: ts.Expression): boolean {
  const node = bare(list);
  if (ts.isArrayLiteralExpression(node)) return true;
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  if (!isA(ts.isPropertyAccessExpression, callee)) return false;
  const changes = callee.name.text === "sort" || callee.name.text === "reverse";
  if (changes) return isFresh(callee.expression);
  return making.has(callee.name.text) || making.has(callee.getText());
}
