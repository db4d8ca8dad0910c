import { functionAround } from "../../syntax/function-around.js";
import { resolve } from "../../syntax/resolve.js";
import { isFieldTarget, tallyWith } from "../../syntax/tallies.js";
import {
  ancestorsOf,
  declaringStatement,
  descendantsOf,
  isA,
  isConst,
  placeChangedBy,
} from "../../syntax/tree.js";
import { ts } from "../../typescript.js";

/** The statement that declares what a name stands for, where that is a variable. */
export function statementOf(name: ts.Identifier): ts.VariableStatement | undefined {
  const symbol = resolve(name);
  const declaration = symbol?.valueDeclaration;
  return isA(ts.isVariableDeclaration, declaration) ? declaringStatement(declaration) : tallyWith(symbol);
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

/** All names in a node, and those in the functions of the same body that it names: what it may read. */
export function namesReadBy(node: ts.Node): readonly ts.Identifier[] {
  const names: ts.Identifier[] = [];
  const seen = new Set<ts.Node>();
  const read = (one: ts.Node): void => {
    for (const name of descendantsOf(one, ts.isIdentifier)) {
      names.push(name);
      const closure = closureOf(name);
      if (closure === undefined || seen.has(closure) || ancestorsOf(closure).includes(node)) continue;
      seen.add(closure);
      read(closure);
    }
  };
  read(node);
  return names;
}

/** The declaration of what holds functions, within another function: they see its variables. */
export function closureOf(name: ts.Identifier): ts.Node | undefined {
  const declaration = resolve(name)?.valueDeclaration;
  if (declaration === undefined || functionAround(declaration) === undefined) return undefined;
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  // To TypeScript the `[key: string]` of a type is like a function.
  const held = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const isHolding = held !== undefined && [held, ...descendantsOf(held)].some(ts.isFunctionLike);
  return isHolding ? declaration : undefined;
}

/** Is a variable that a node names given a new value between two places of the text? */
export function isSetBetween(node: ts.Node, from: number, to: number): boolean {
  const names = ts.isIdentifier(node) ? [node] : descendantsOf(node, ts.isIdentifier);
  return names.some((name) => {
    const statement = statementOf(name);
    if (statement === undefined || isConst(statement)) return false;
    return usesOf(name, statement).some((use) => use.pos >= from && use.end <= to && isTarget(use));
  });
}

/** `name = …`, `name += …`, `name++`. */
export function isTarget(name: ts.Identifier): boolean {
  return placeChangedBy(name.parent) === name || isFieldTarget(name);
}
