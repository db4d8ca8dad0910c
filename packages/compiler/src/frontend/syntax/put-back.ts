import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { entryPut, entryRead, isAdding, isSameEntry, type MapEntry } from "./map-entries.js";
import { resolve } from "./resolve.js";
import { descendantsOf, isA, nextSiblingsOf, previousSiblingOf } from "./tree.js";

/** What `names.push(x);` adds to a list, or `names.add(x);` to a set, that a name stands for. */
interface Added {
  readonly name: ts.Identifier;
  readonly by: ts.Expression;
}

/**
 * What is added to a list by the statement before the one that puts it back, of
 * `const names = groups.get(key) ?? []; names.push(x); groups.set(key, names);`.
 */
export function addedBefore(put: ts.Node): ts.Expression | undefined {
  const statement = put.parent;
  const added = isA(ts.isExpressionStatement, statement) ? addedBy(previousSiblingOf(statement)) : undefined;
  return added !== undefined && isPutBack(put, added) ? added.by : undefined;
}

/** Is all that the statement does to add to what the next one puts back? */
export function isAddedToPutBack(node: ts.Statement): boolean {
  const added = addedBy(node);
  const next = added === undefined ? undefined : nextSiblingsOf(node)[0];
  return added !== undefined && isA(ts.isExpressionStatement, next) && isPutBack(next.expression, added);
}

function isPutBack(put: ts.Node, { name, by }: Added): boolean {
  const entry = entryPut(put);
  const held = entry === undefined ? undefined : bare(entry.value);
  if (entry === undefined || !isA(ts.isIdentifier, held) || resolve(held) !== resolve(name)) return false;
  const isNamed = [by, ...descendantsOf(by)].some(
    (one) => ts.isIdentifier(one) && resolve(one) === resolve(name),
  );
  const read = entryWithFallback(resolve(name)?.valueDeclaration);
  return !isNamed && read !== undefined && isSameEntry(read, entry);
}

function addedBy(node: ts.Node | undefined): Added | undefined {
  const call = isA(ts.isExpressionStatement, node) ? node.expression : undefined;
  const callee = isA(ts.isCallExpression, call) ? call.expression : undefined;
  if (!isA(ts.isCallExpression, call) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const [name, [by, another]] = [callee.expression, call.arguments];
  const isOne = by !== undefined && another === undefined && ts.isIdentifier(name);
  return isOne && isAdding(callee.name.text) ? { name, by } : undefined;
}

/** `groups.get(key)` of `const names = groups.get(key) ?? [];`. */
function entryWithFallback(declaration: ts.Node | undefined): MapEntry | undefined {
  const made = isA(ts.isVariableDeclaration, declaration) ? declaration.initializer : undefined;
  const written = made === undefined ? undefined : bare(made);
  const isEither =
    isA(ts.isBinaryExpression, written) && /^(?:\?\?|\|\|)$/.test(written.operatorToken.getText());
  return isEither ? entryRead(bare(written.left)) : undefined;
}
