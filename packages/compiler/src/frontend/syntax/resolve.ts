import { checkerOf } from "../types/checker.js";
import { keptWithChecker } from "../types/kept.js";
import { symbolAt } from "../types/symbols.js";
import { ts } from "../typescript.js";

/** The name's own symbol, past imports and `{ name }` shorthands. */
export const resolve: (node: ts.Identifier) => ts.Symbol | undefined = keptWithChecker(
  (node: ts.Identifier) => {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checkerOf(node).getShorthandAssignmentValueSymbol(node.parent)
      : symbolAt(node);
    const isImported = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return isImported ? checkerOf(node).getAliasedSymbol(symbol) : symbol;
  },
);
