import { isOf } from "../types/flags.js";
import { typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isSetBetween, isTarget, usesIn } from "../visitors/variables/variable-uses.js";
import { entryPut, entryRead, isAdding, isPlusPlus, isSameEntry, type MapEntry } from "./map-entries.js";
import { resolve } from "./resolve.js";
import {
  ancestor,
  descendantsOf,
  isA,
  isIn,
  isRepeated,
  nextSiblingsOf,
  placeChangedBy,
  previousSiblingOf,
} from "./tree.js";

/** What `names.push(x);` adds to a list, `names.add(x);` to a set, or `n += x;` to a number, that a name stands for. */
interface Added {
  readonly name: ts.Identifier;
  readonly how: "add" | "append";
  readonly by: ts.Expression | 1;
}

/**
 * What is added to a list by the statement before the one that puts it back, of
 * `const names = groups.get(key) ?? []; names.push(x); groups.set(key, names);`, or to a number:
 * `let n = counts.get(key) ?? 0; n++; counts.set(key, n);`.
 */
export function addedBefore(put: ts.Node): Added | undefined {
  const statement = put.parent;
  const added = isA(ts.isExpressionStatement, statement) ? addedBy(previousSiblingOf(statement)) : undefined;
  return added !== undefined && isPutBack(put, added) ? added : undefined;
}

/** Is all that the statement does to add to what the next one puts back, and nothing else reads? */
export function isAddedToPutBack(node: ts.Statement): boolean {
  const added = addedBy(node);
  const next = added === undefined ? undefined : nextSiblingsOf(node)[0];
  if (added === undefined || !isA(ts.isExpressionStatement, next)) return false;
  return isPutBack(next.expression, added) && (added.how === "append" || isReadThereAlone(next, added, node));
}

function isReadThereAlone(put: ts.Statement, { name }: Added, adding: ts.Statement): boolean {
  return usesElsewhere(name).every((use) => isIn(use, put) || isIn(use, adding));
}

/** Where else a variable is named, but for its declaration. */
function usesElsewhere(name: ts.Identifier): readonly ts.Identifier[] {
  const declaration = resolve(name)?.valueDeclaration;
  const around = declaration === undefined ? undefined : ancestor(declaration, ts.isBlock);
  return around === undefined ? [] : usesIn(around, name).filter((use) => use.parent !== declaration);
}

function isPutBack(put: ts.Node, { name, how, by }: Added): boolean {
  const entry = entryPut(put);
  const held = entry === undefined ? undefined : bare(entry.value);
  if (entry === undefined || !isA(ts.isIdentifier, held) || resolve(held) !== resolve(name)) return false;
  const isNamed =
    by !== 1 &&
    [by, ...descendantsOf(by)].some((one) => ts.isIdentifier(one) && resolve(one) === resolve(name));
  const declaration = resolve(name)?.valueDeclaration;
  const read = entryWithFallback(declaration, how);
  const isOnce = how === "append" || isChangedOnce(name, declaration, put);
  return isOnce && !isNamed && read !== undefined && isSameEntry(read, entry);
}

/** Does nothing else change the number, in the same turn, and the key of its entry neither? */
function isChangedOnce(name: ts.Identifier, declaration: ts.Node | undefined, put: ts.Node): boolean {
  if (!isA(ts.isVariableDeclaration, declaration) || declaration.initializer === undefined) return false;
  const isChangedElsewhere = usesElsewhere(name).some(isTarget);
  const isSameTurn = ancestor(declaration, isRepeated) === ancestor(put, isRepeated);
  return (
    isSameTurn && !isChangedElsewhere && !isSetBetween(declaration.initializer, declaration.end, put.pos)
  );
}

function addedBy(node: ts.Node | undefined): Added | undefined {
  const adds = isA(ts.isExpressionStatement, node) ? node.expression : undefined;
  const call = isA(ts.isCallExpression, adds) ? adds : undefined;
  if (adds !== undefined && call === undefined) return addedToNumber(adds);
  const callee = call?.expression;
  if (call === undefined || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const [name, [by, another]] = [callee.expression, call.arguments];
  const isOne = by !== undefined && another === undefined && ts.isIdentifier(name);
  return isOne && isAdding(callee.name.text) ? { name, how: "append", by } : undefined;
}

/** `n++`, `n += x`, `n = n + x`. */
function addedToNumber(node: ts.Expression): Added | undefined {
  const name = placeChangedBy(node);
  if (!isA(ts.isIdentifier, name) || !isOf(typeAt(name), ts.TypeFlags.NumberLike)) return undefined;
  if (!ts.isBinaryExpression(node)) return isPlusPlus(node) ? { name, how: "add", by: 1 } : undefined;
  const operator = node.operatorToken.getText();
  if (operator === "+=") return { name, how: "add", by: node.right };
  const sum = operator === "=" ? bare(node.right) : undefined;
  const isSum = isA(ts.isBinaryExpression, sum) && sum.operatorToken.getText() === "+";
  return isSum && bare(sum.left).getText() === name.text ? { name, how: "add", by: sum.right } : undefined;
}

/** `groups.get(key)` of `const names = groups.get(key) ?? [];`. */
function entryWithFallback(declaration: ts.Node | undefined, how: Added["how"]): MapEntry | undefined {
  const made = isA(ts.isVariableDeclaration, declaration) ? declaration.initializer : undefined;
  const written = made === undefined ? undefined : bare(made);
  const isEither =
    isA(ts.isBinaryExpression, written) && /^(?:\?\?|\|\|)$/.test(written.operatorToken.getText());
  if (!isEither || (how === "add" && bare(written.right).getText() !== "0")) return undefined;
  return entryRead(bare(written.left));
}
