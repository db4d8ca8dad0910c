import { type Identifier, Node, SyntaxKind, type VariableStatement } from "ts-morph";
import { resolve } from "../resolve.js";

/** The statement that declares what a name stands for, where that is a variable. */
export function statementOf(name: Identifier): VariableStatement | undefined {
  const declaration = resolve(name)?.getValueDeclaration();
  return Node.isVariableDeclaration(declaration) ? declaration.getVariableStatement() : undefined;
}

/** Everything that names a variable, but its declaration, in the block where it is declared. */
export function usesOf(name: Identifier, statement: VariableStatement): readonly Identifier[] {
  const symbol = resolve(name);
  const names = statement.getParent()?.getDescendantsOfKind(SyntaxKind.Identifier) ?? [];
  return names.filter((one) => one !== name && one.getText() === name.getText() && resolve(one) === symbol);
}
