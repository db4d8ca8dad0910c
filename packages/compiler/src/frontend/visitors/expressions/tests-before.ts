import { constantOf } from "../../static/evaluate.js";
import { functionAround } from "../../syntax/function-around.js";
import { resolve } from "../../syntax/resolve.js";
import { declaringStatement, descendantsOf, isA, isConst } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { leaves, statementsIn } from "../statements/ways.js";
import { isTarget, usesIn } from "../variables/variable-uses.js";
import { bare } from "./bare.js";

/** Does a test that is no `!`, `&&` or `||` show something where it has this outcome? */
export type Shows = (test: ts.Expression, outcome: boolean) => boolean;

/**
 * Is something surely so where a node stands, by a test that everything goes through before it? Goes outwards: through
 * choices and `&&` to the statements before.
 */
export function isShown(node: ts.Node, shows: Shows): boolean {
  const parent = node.parent;
  if (parent === undefined) return false;
  return isShownBy(parent, node, shows) || isShown(parent, shows);
}

function isShownBy(parent: ts.Node, node: ts.Node, shows: Shows): boolean {
  if (ts.isConditionalExpression(parent) && node !== parent.condition)
    return holds(parent.condition, node === parent.whenTrue, shows);
  if (ts.isIfStatement(parent) && node !== parent.expression)
    return holds(parent.expression, node === parent.thenStatement, shows);
  if (ts.isBinaryExpression(parent) && node === parent.right) {
    const operator = parent.operatorToken.getText();
    return (operator === "&&" || operator === "||") && holds(parent.left, operator === "&&", shows);
  }
  if (!ts.isBlock(parent) && !ts.isSourceFile(parent) && !ts.isCaseClause(parent)) return false;
  return parent.statements
    .filter((statement) => statement.end <= node.pos)
    .some((statement) => ts.isIfStatement(statement) && isWayOut(statement, shows));
}

/** `if (n === 0) return;` */
function isWayOut(statement: ts.IfStatement, shows: Shows): boolean {
  if (statement.elseStatement !== undefined) return false;
  return leaves(statementsIn(statement.thenStatement)) && holds(statement.expression, false, shows);
}

/** Does a test with this outcome show it? */
export function holds(test: ts.Expression, outcome: boolean, shows: Shows): boolean {
  const written = bare(test);
  if (ts.isPrefixUnaryExpression(written) && written.operator === ts.SyntaxKind.ExclamationToken)
    return holds(written.operand, !outcome, shows);
  const operator = ts.isBinaryExpression(written) ? written.operatorToken.getText() : "";
  if (ts.isBinaryExpression(written) && (operator === "&&" || operator === "||"))
    return (
      outcome === (operator === "&&") &&
      [written.left, written.right].some((side) => holds(side, outcome, shows))
    );
  const kept = ts.isIdentifier(written) ? constantOf(written) : undefined;
  return shows(written, outcome) || (kept !== undefined && holds(kept, outcome, shows));
}

/** What tests speak of: how it is written, and the names in it. */
export interface Tested {
  readonly text: string;
  readonly names: readonly ts.Identifier[];
}

/** What tests of this very expression speak of. */
export function tested(node: ts.Expression): Tested {
  return { text: node.getText(), names: namesIn(node) };
}

/** The same text, of the same names, none of which changes afterwards: `one` is what is tested, before the other is read. */
export function isSame(one: ts.Expression, { text, names }: Tested): boolean {
  if (withoutChains(one.getText()) !== withoutChains(text)) return false;
  const own = namesIn(one);
  return names.every((name, position) => {
    const [symbol, same] = [resolve(name), own[position]];
    return (
      symbol !== undefined && same !== undefined && symbol === resolve(same) && !isChangedAfter(one, name)
    );
  });
}

/** `c.args?.length` is `c.args.length` where there are any; in a text a chain is none. */
function withoutChains(written: string): string {
  return /["'`]/.test(written) ? written : written.replace(/\?\.(?=\[)/g, "").replaceAll("?.", ".");
}

export function namesIn(node: ts.Node): readonly ts.Identifier[] {
  return ts.isIdentifier(node) ? [node] : descendantsOf(node, ts.isIdentifier);
}

/** Is it given another value anywhere but before the test? In a loop around both the test comes anew after each such change. */
function isChangedAfter(test: ts.Node, name: ts.Identifier): boolean {
  return changesOf(name).some(({ target, isInside }) => !isInside || target.end > test.pos);
}

/** Where a name is given another value. */
export interface NameChange {
  readonly target: ts.Identifier;
  /** By the function that declares it? */
  readonly isInside: boolean;
}

/** A parameter may be given another value as well, and a part of what `let` takes apart. */
export function changesOf(name: ts.Identifier): readonly NameChange[] {
  const declaration = resolve(name)?.valueDeclaration;
  if (
    !isA(ts.isVariableDeclaration, declaration) &&
    !isA(ts.isBindingElement, declaration) &&
    !isA(ts.isParameter, declaration)
  )
    return [];
  // What a loop counts it changes between its turns alone.
  const isCounted = ts.isForStatement(declaration.parent.parent);
  if (ts.isVariableDeclaration(declaration) && (isCounted || isConst(declaringStatement(declaration))))
    return [];
  const around = functionAround(declaration);
  return [name, ...usesIn(around ?? declaration.getSourceFile(), name)]
    .filter(isTarget)
    .map((target) => ({ target, isInside: functionAround(target) === around }));
}
