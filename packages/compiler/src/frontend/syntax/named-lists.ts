import { ts } from "../typescript.js";
import { absenceTestOf } from "../visitors/expressions/absence-tests.js";
import { bare } from "../visitors/expressions/bare.js";
import { isTarget, usesIn } from "../visitors/variables/variable-uses.js";
import { entryPut, entryRead, isAdding, isEmpty, isSameEntry, type MapEntry } from "./map-entries.js";
import { resolve } from "./resolve.js";
import { ancestor, isA, isRepeated, nextSiblingsOf, previousSiblingOf } from "./tree.js";

/** A variable of a turn that stands for the list under a key. */
interface NamedList {
  readonly name: ts.Identifier;
  readonly entry: MapEntry;
}

/**
 * Does it only begin the list that the next one pushes to, by a name for both, as in
 * `let list = groups.get(key); if (!list) { list = []; groups.set(key, list); } list.push(x);`?
 */
export function beginsByName(node: ts.Statement): boolean {
  const next = nextSiblingsOf(node)[0];
  return isA(ts.isExpressionStatement, next) && begunByNameBefore(next.expression) !== undefined;
}

/** The list that a push by such a name adds to. */
export function begunByNameBefore(push: ts.Node): MapEntry | undefined {
  const callee = isA(ts.isCallExpression, push) ? push.expression : undefined;
  if (!isA(ts.isPropertyAccessExpression, callee) || !isAdding(callee.name.text)) return undefined;
  const choice = ts.isExpressionStatement(push.parent) ? previousSiblingOf(push.parent) : undefined;
  const begun = isA(ts.isIfStatement, choice) ? begunBy(choice) : undefined;
  const { expression: list } = callee;
  const isIt = begun !== undefined && ts.isIdentifier(list) && resolve(list) === resolve(begun.name);
  return isIt ? begun.entry : undefined;
}

/** `if (list === undefined) { list = []; groups.set(key, list); }` */
function begunBy(choice: ts.IfStatement): NamedList | undefined {
  const named = namedBy(askedForNone(bare(choice.expression)));
  const [made, put, another] = ts.isBlock(choice.thenStatement) ? choice.thenStatement.statements : [];
  if (named === undefined || choice.elseStatement !== undefined || another !== undefined) return undefined;
  const [set, kept] = [made, put].map((one) =>
    isA(ts.isExpressionStatement, one) ? one.expression : undefined,
  );
  const entry = kept === undefined ? undefined : entryPut(kept);
  const isMade =
    isA(ts.isBinaryExpression, set) &&
    set.operatorToken.getText() === "=" &&
    isNameOf(set.left, named) &&
    isEmpty(set.right);
  const isPut = entry !== undefined && isSameEntry(entry, named.entry) && isNameOf(entry.value, named);
  return isMade && isPut ? named : undefined;
}

function isNameOf(node: ts.Expression, { name }: NamedList): boolean {
  const written = bare(node);
  return ts.isIdentifier(written) && resolve(written) === resolve(name);
}

/** `!list`, `list === undefined`. */
function askedForNone(test: ts.Expression): ts.Expression | undefined {
  if (ts.isPrefixUnaryExpression(test))
    return test.operator === ts.SyntaxKind.ExclamationToken ? bare(test.operand) : undefined;
  const absence = absenceTestOf(test);
  return absence?.means === "absence" && !absence.isThere ? bare(absence.of) : undefined;
}

/** What `let list = groups.get(key);` of the same turn names, where nothing but the choice sets it. */
function namedBy(node: ts.Expression | undefined): NamedList | undefined {
  const declaration = isA(ts.isIdentifier, node) ? resolve(node)?.valueDeclaration : undefined;
  if (!isA(ts.isVariableDeclaration, declaration) || !isA(ts.isIdentifier, declaration.name))
    return undefined;
  const { name, initializer } = declaration;
  const entry = initializer === undefined ? undefined : entryRead(bare(initializer));
  const turn = ancestor(declaration, isRepeated);
  if (entry === undefined || node === undefined || turn === undefined) return undefined;
  const isOfTurn = ancestor(node, isRepeated) === turn;
  return isOfTurn && usesIn(turn, name).filter(isTarget).length === 1 ? { name, entry } : undefined;
}
