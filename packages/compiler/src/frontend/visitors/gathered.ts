import { type Identifier, Node, type VariableStatement } from "ts-morph";
import { functionAround } from "../function-around.js";
import { keptWithChecker } from "../types/kept.js";
import { bare } from "./bare.js";
import { statementOf, usesOf } from "./variable-uses.js";

/** The list that `names.push(x)` adds to, and what. */
export function pushOf(node: Node): { readonly name: Identifier; readonly added: Node } | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const callee = node.getExpression();
  if (!Node.isPropertyAccessExpression(callee) || callee.getName() !== "push") return undefined;
  const name = callee.getExpression();
  const [added, ...more] = node.getArguments();
  return Node.isIdentifier(name) && added !== undefined && more.length === 0 ? { name, added } : undefined;
}

/** Is what is pushed to a list that `isGathered`? */
export function isOfGathered(name: Identifier): boolean {
  const statement = statementOf(name);
  return statement !== undefined && isGathered(statement);
}

/**
 * `const names: string[] = [];` that later statements push to, before anything holds it: a variable like a `let`.
 * What had a second name in between would be seen to change, and no engine can say so.
 */
export const isGathered: (node: VariableStatement) => boolean = keptWithChecker((node: VariableStatement) =>
  node.getDeclarations().every((declaration) => {
    const initializer = declaration.getInitializer();
    const name = declaration.getNameNode();
    if (initializer === undefined || !Node.isArrayLiteralExpression(bare(initializer))) return false;
    if (!Node.isIdentifier(name)) return false;
    const uses = usesOf(name, node);
    const isPushed = (use: Identifier): boolean => pushOf(use.getParent()?.getParent() ?? use)?.name === use;
    const ends = uses.filter(isPushed).map((use) => use.getEnd());
    return (
      ends.length > 0 &&
      uses.every((use) => isPushed(use) || isPassing(use, node) || use.getPos() > Math.max(...ends))
    );
  }),
);

/** Members of which nothing of the list is left: what they say is a text, a number or a truth. */
const passing: readonly string[] = ["length", "includes", "join"];

/** Is the list read where it is, and then no more: returned, or asked for what is no list? */
function isPassing(use: Identifier, list: VariableStatement): boolean {
  if (functionAround(use) !== functionAround(list)) return false;
  const parent = use.getParent();
  if (Node.isReturnStatement(parent)) return true;
  return Node.isPropertyAccessExpression(parent) && passing.includes(parent.getName());
}
