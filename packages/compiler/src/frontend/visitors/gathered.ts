import { type Identifier, Node, type VariableStatement } from "ts-morph";
import { resolve } from "../resolve.js";
import { keptWithChecker } from "../types/kept.js";
import { bare } from "./bare.js";

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
  const declaration = resolve(name)?.getValueDeclaration();
  const statement = Node.isVariableDeclaration(declaration) ? declaration.getVariableStatement() : undefined;
  return statement !== undefined && isGathered(statement);
}

/**
 * `const names: string[] = [];` that later statements push to, before anything reads it: a variable like a `let`.
 * What is read in between, or under a second name, would be seen to change, and no engine can say so.
 */
export const isGathered: (node: VariableStatement) => boolean = keptWithChecker((node: VariableStatement) =>
  node.getDeclarations().every((declaration) => {
    const initializer = declaration.getInitializer();
    const name = declaration.getNameNode();
    if (initializer === undefined || !Node.isArrayLiteralExpression(bare(initializer))) return false;
    if (!Node.isIdentifier(name)) return false;
    const symbol = resolve(name);
    const uses = (node.getParent()?.forEachDescendantAsArray() ?? []).filter(
      (one): one is Identifier =>
        Node.isIdentifier(one) && one !== name && one.getText() === name.getText() && resolve(one) === symbol,
    );
    const isPushed = (use: Identifier): boolean => pushOf(use.getParent()?.getParent() ?? use)?.name === use;
    const ends = uses.filter(isPushed).map((use) => use.getEnd());
    return ends.length > 0 && uses.every((use) => isPushed(use) || use.getPos() > Math.max(...ends));
  }),
);
