import { descendantsOf } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { typeAt } from "./kept.js";
import { declaringNodes } from "./symbols.js";

/**
 * The texts of a union as its author lists them. TypeScript has them in the order in which it has met them anywhere, which
 * depends on the other modules, and on what has been compiled before.
 */
export function inDeclaredOrder(
  texts: readonly string[],
  type: ts.Type,
  symbol: ts.Symbol | undefined,
): readonly string[] {
  const declarations = [type.aliasSymbol, symbol].flatMap((one) => declaringNodes(one));
  const declared = declarations
    .flatMap((declaration) => [listed(declaration), listed(aliasedBy(declaration))])
    .find((list) => texts.every((text) => list.includes(text)));
  const place = (text: string): number => declared?.indexOf(text) ?? 0;
  return texts.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}

function listed(declaration: ts.Node | undefined): readonly string[] {
  return descendantsOf(declaration, ts.isStringLiteral).map((node) => node.text);
}

/** `Level` of `level?: Level`, whose name TypeScript forgets where the field may be absent. */
function aliasedBy(declaration: ts.Node): ts.Node | undefined {
  const written = ts.forEachChild(declaration, (child) =>
    ts.isTypeReferenceNode(child) ? child : undefined,
  );
  return written === undefined ? undefined : declaringNodes(typeAt(written).aliasSymbol)[0];
}
