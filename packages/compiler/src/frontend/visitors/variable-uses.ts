import { resolve } from "../resolve.js";
import { declaringStatement, descendantsOf, isA } from "../syntax.js";
import { ts } from "../typescript.js";

/** The statement that declares what a name stands for, where that is a variable. */
export function statementOf(name: ts.Identifier): ts.VariableStatement | undefined {
  const declaration = resolve(name)?.valueDeclaration;
  return isA(ts.isVariableDeclaration, declaration) ? declaringStatement(declaration) : undefined;
}

/** Everything that names a variable, but its declaration, in the block where it is declared. */
export function usesOf(name: ts.Identifier, statement: ts.VariableStatement): readonly ts.Identifier[] {
  return usesIn(statement.parent, name);
}

/** Everything in a node that names what a name stands for, but that name itself. */
export function usesIn(node: ts.Node, name: ts.Identifier): readonly ts.Identifier[] {
  const symbol = resolve(name);
  const names = descendantsOf(node, ts.isIdentifier);
  return names.filter((one) => one !== name && one.getText() === name.getText() && resolve(one) === symbol);
}
