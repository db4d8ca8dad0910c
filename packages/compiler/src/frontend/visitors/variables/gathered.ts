import { functionAround } from "../../syntax/function-around.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { statementOf, usesOf } from "./variable-uses.js";

/** The list that `names.push(x, y)` adds to, and what. */
export function pushOf(
  node: ts.Node,
): { readonly name: ts.Identifier; readonly added: readonly ts.Expression[] } | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "push") return undefined;
  const name = callee.expression;
  const added = node.arguments;
  return ts.isIdentifier(name) && added.length > 0 ? { name, added } : undefined;
}

/** Is what is pushed to a list that `isGathered`? */
export function isOfGathered(name: ts.Identifier): boolean {
  const statement = statementOf(name);
  return statement !== undefined && isGathered(statement);
}

/**
 * `const names: string[] = [];` that later statements push to, before anything holds it: a variable like a `let`.
 * What had a second name in between would be seen to change, and no engine can say so.
 */
export const isGathered: (node: ts.VariableStatement) => boolean = keptWithChecker(
  (node: ts.VariableStatement) =>
    node.declarationList.declarations.every((declaration) => {
      const initializer = declaration.initializer;
      const name = declaration.name;
      if (initializer === undefined || !ts.isArrayLiteralExpression(bare(initializer))) return false;
      if (!ts.isIdentifier(name)) return false;
      const uses = usesOf(name, node);
      const isPushed = (use: ts.Identifier): boolean => pushOf(use.parent?.parent ?? use)?.name === use;
      const ends = uses.filter(isPushed).map((use) => use.end);
      return (
        ends.length > 0 &&
        uses.every((use) => isPushed(use) || isPassing(use, node) || use.pos > Math.max(...ends))
      );
    }),
);

/** Members of which nothing of the list, set or map is left: what they say is a text, a number, a truth, or one of its own. */
const passing: readonly string[] = ["length", "includes", "join", "size", "has", "get"];

/** Is it read where it is, and then no more: returned, or asked for what does not change with it? */
export function isPassing(use: ts.Identifier, declared: ts.VariableStatement): boolean {
  if (functionAround(use) !== functionAround(declared)) return false;
  const parent = use.parent;
  if (ts.isReturnStatement(parent)) return true;
  return ts.isPropertyAccessExpression(parent) && passing.includes(parent.name.text);
}
