import { type Identifier, Node, type Symbol as TsSymbol } from "ts-morph";
import { keptWithChecker } from "./types/kept.js";

/** The name's own symbol, past imports and `{ name }` shorthands. */
export const resolve: (node: Identifier) => TsSymbol | undefined = keptWithChecker((node: Identifier) => {
  const parent = node.getParent();
  const symbol = Node.isShorthandPropertyAssignment(parent) ? parent.getValueSymbol() : node.getSymbol();
  return symbol?.isAlias() ? symbol.getAliasedSymbol() : symbol;
});
