import { ts } from "../typescript.js";
import { checkerOf } from "./checker.js";

/** What a name stands for; of a declaration, what it declares. */
export function symbolAt(node: ts.Node): ts.Symbol | undefined {
  return declaredBy(node) ?? checkerOf(node).getSymbolAtLocation(node) ?? nameSymbol(node);
}

/** A declaration's own symbol is bound to it, which TypeScript's public types leave out. */
function declaredBy(node: ts.Node & { readonly symbol?: ts.Symbol }): ts.Symbol | undefined {
  return node.symbol;
}

function nameSymbol(node: ts.Node & { readonly name?: ts.Node }): ts.Symbol | undefined {
  return node.name === undefined ? undefined : symbolAt(node.name);
}

/** Where it is declared; an interface may be so more than once. */
export function declaringNodes(symbol: ts.Symbol | undefined): readonly ts.Declaration[] {
  return symbol?.declarations ?? [];
}

/** The type of a property or variable, as it is at this place. */
export function typeOfSymbolAt(symbol: ts.Symbol, at: ts.Node): ts.Type {
  return checkerOf(at).getTypeOfSymbolAtLocation(symbol, at);
}

/** `field?: …`. */
export function isOptional(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0;
}
