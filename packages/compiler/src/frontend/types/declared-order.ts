import { type Node, SyntaxKind, type Symbol as TsSymbol, type Type as TsType } from "ts-morph";

/**
 * The texts of a union as its author lists them. TypeScript has them in the order in which it has met them anywhere, which
 * depends on the other modules, and on what has been compiled before.
 */
export function inDeclaredOrder(
  texts: readonly string[],
  type: TsType,
  symbol: TsSymbol | undefined,
): readonly string[] {
  const declarations = [type.getAliasSymbol(), symbol].flatMap((one) => one?.getDeclarations() ?? []);
  const declared = declarations
    .flatMap((declaration) => [listed(declaration), listed(aliasedBy(declaration))])
    .find((list) => texts.every((text) => list.includes(text)));
  const place = (text: string): number => declared?.indexOf(text) ?? 0;
  return texts.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}

function listed(declaration: Node | undefined): readonly string[] {
  return (
    declaration?.getDescendantsOfKind(SyntaxKind.StringLiteral).map((node) => node.getLiteralValue()) ?? []
  );
}

/** `Level` of `level?: Level`, whose name TypeScript forgets where the field may be absent. */
function aliasedBy(declaration: Node): Node | undefined {
  const written = declaration.getFirstChildByKind(SyntaxKind.TypeReference);
  return written?.getType().getAliasSymbol()?.getDeclarations()[0];
}
