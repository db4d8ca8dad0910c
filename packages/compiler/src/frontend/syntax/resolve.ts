import { checkerOf } from "../types/checker.js";
import { keptWithChecker } from "../types/kept.js";
import { symbolAt } from "../types/symbols.js";
import { ts } from "../typescript.js";
import { isA } from "./tree.js";

/**
 * `cpu` of `totals.cpu`, where `totals` is written out. TypeScript makes such fields anew where it widens their types, and
 * knows them by the type's where there is one.
 */
function fieldWritten({ parent, text }: ts.Identifier): ts.PropertyAssignment | undefined {
  if (!ts.isPropertyAccessExpression(parent) || parent.name.text !== text) return undefined;
  const named =
    ts.isIdentifier(parent.expression) && parent.expression.text !== text ? parent.expression : undefined;
  const declaration = named === undefined ? undefined : symbolAt(named)?.valueDeclaration;
  const made = isA(ts.isVariableDeclaration, declaration) ? declaration.initializer : undefined;
  return isA(ts.isObjectLiteralExpression, made)
    ? made.properties
        .filter(ts.isPropertyAssignment)
        .find(({ name }) => ts.isIdentifier(name) && name.text === text)
    : undefined;
}

/** The name's own symbol, past imports and `{ name }` shorthands. */
export const resolve: (node: ts.Identifier) => ts.Symbol | undefined = keptWithChecker(
  (node: ts.Identifier) => {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checkerOf(node).getShorthandAssignmentValueSymbol(node.parent)
      : symbolAt(node);
    const written = fieldWritten(node);
    if (written !== undefined) return symbolAt(written);
    const isImported = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return isImported ? checkerOf(node).getAliasedSymbol(symbol) : symbol;
  },
);
