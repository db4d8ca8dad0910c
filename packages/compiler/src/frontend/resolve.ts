import { type Identifier, Node, type Symbol as TsSymbol } from "ts-morph";

/** The name's own symbol, past imports and `{ name }` shorthands. */
export function resolve(node: Identifier): TsSymbol | undefined {
  const parent = node.getParent();
  const symbol = Node.isShorthandPropertyAssignment(parent) ? parent.getValueSymbol() : node.getSymbol();
  return symbol?.isAlias() ? symbol.getAliasedSymbol() : symbol;
}
