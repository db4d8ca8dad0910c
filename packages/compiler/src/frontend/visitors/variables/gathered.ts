import { isPassing } from "../../syntax/passing.js";
import { tallyOf, variableNamed } from "../../syntax/tallies.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { statementOf, usesOf } from "./variable-uses.js";

/** What `names.push(x, y)` adds to a list, or `found.names.push(x, y)` to one of an object that is written out. */
export interface Push {
  readonly name: ts.Identifier;
  /** The list where it is pushed to. */
  readonly list: ts.Expression;
  readonly added: readonly ts.Expression[];
}

export function pushOf(node: ts.Node): Push | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "push") return undefined;
  const list = callee.expression;
  const name = variableNamed(list);
  const added = node.arguments;
  return name !== undefined && added.length > 0 ? { name, list, added } : undefined;
}

/** Is what is pushed to a list that `isGathered`? */
export function isOfGathered(name: ts.Identifier): boolean {
  const statement = statementOf(name);
  return statement !== undefined && (isGathered(statement) || tallyOf(statement) !== undefined);
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
