import { isLoop } from "../syntax/loops.js";
import { ancestorsOf, isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { functionOf } from "../visitors/expressions/callee.js";
import { usesIn } from "../visitors/variables/variable-uses.js";

/** Is what a generator gives read once? JavaScript's iterators are empty after that, and lists are not. */
export function isReadInPlace(call: ts.Node): boolean {
  const parent = call.parent;
  if (ts.isParenthesizedExpression(parent)) return isReadInPlace(parent);
  if (ts.isForOfStatement(parent)) return parent.expression === call;
  if (ts.isSpreadElement(parent) || ts.isYieldExpression(parent)) return true;
  if (ts.isNewExpression(parent)) return /^(?:Set|Map)$/.test(parent.expression.getText());
  if (ts.isVariableDeclaration(parent)) return isReadOnce(parent.name, parent.parent.parent.parent);
  if (!ts.isCallExpression(parent)) return false;
  if (/^(?:Array\.from|Object\.fromEntries)$/.test(parent.expression.getText())) return true;
  const fn = functionOf(parent.expression);
  const position = ts.isExpression(call) ? parent.arguments.indexOf(call) : -1;
  const parameter = fn?.parameters[position];
  return parameter !== undefined && fn?.body !== undefined && isReadOnce(parameter.name, fn.body);
}

/** Is what has this name read in one place alone, and there no more than once? */
function isReadOnce(name: ts.BindingName, within: ts.Node): boolean {
  if (!ts.isIdentifier(name)) return false;
  const [use, another] = usesIn(within, name);
  if (use === undefined || another !== undefined || !isReadInPlace(use)) return false;
  const around = ancestorsOf(use);
  const between = around.slice(0, around.indexOf(within));
  return between.every((one) => !ts.isFunctionLike(one) && (!isLoop(one) || isSourceOf(use, one)));
}

/** Is it what a loop goes through, and not in its turns? */
function isSourceOf(use: ts.Node, loop: ts.Node): boolean {
  return (
    isA(ts.isForOfStatement, loop) && (loop.expression === use || ancestorsOf(use).includes(loop.expression))
  );
}
