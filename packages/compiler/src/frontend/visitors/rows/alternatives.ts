import { absent, type Expr, literal, mayBeAbsent, optional, required } from "@policyc/ir";
import { either } from "../../build/either.js";
import { compare, logic } from "../../build/nodes.js";
import { callbackOf } from "../../builtins/callback.js";
import { contextOf, guardedRows } from "../../builtins/guarded-rows.js";
import type { Context } from "../../context.js";
import type { FunctionNode, Written } from "../../scope.js";
import { isRegex } from "../../static/regex.js";
import { resolve } from "../../syntax/resolve.js";
import { carriesFunctions } from "../../types/carries-functions.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { isThere } from "../expressions/said-there.js";
import { ifThere, isAbsent } from "./nothing-written.js";
import { pairsOf, type Row, rowsOf } from "./tables.js";
import { closureAt, type Entry, entriesOf, standsForFunctions, writtenAt } from "./written.js";

/**
 * One of the written values among which an expression chooses: the first whose test holds. The last has none. Nothing
 * is written where the value is absent.
 */
export interface Alternative {
  readonly when?: Expr;
  readonly written: Written | undefined;
}

/** What `table[key]`, `test ? f : g`, `table[key] ?? f` and fields of these stand for, where that is written out. */
export function alternativesOf(expression: ts.Expression, cx: Context): readonly Alternative[] | undefined {
  const { node, scope } = writtenAt(expression, cx);
  const inner = cx.seeing(scope);
  if (isAbsent(node, inner)) return [{ written: undefined }];
  if (!ts.isExpression(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node))
    return [{ written: { node, scope } }];
  if (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node))
    return [{ written: { node, scope } }];
  if (isRegex(node)) return [{ written: { node, scope } }];
  if (ts.isConditionalExpression(node)) {
    const test = inner.condition(node.condition);
    const then = alternativesOf(node.whenTrue, inner);
    const otherwise = alternativesOf(node.whenFalse, inner);
    return then === undefined || otherwise === undefined ? undefined : [...under(test, then), ...otherwise];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.getText() === "??") {
    const [first, second] = [node.left, node.right].map((side) => alternativesOf(side, inner));
    if (first === undefined || second === undefined) return undefined;
    return first.flatMap((one) =>
      one.written !== undefined ? [one] : one.when === undefined ? second : under(one.when, second),
    );
  }
  if (ts.isNonNullExpression(node)) return surely(node, inner);
  if (ts.isElementAccessExpression(node)) return entriesByKey(node, inner);
  if (ts.isPropertyAccessExpression(node)) return fieldsOf(node, inner);
  return ts.isCallExpression(node) ? (entryOfMap(node, inner) ?? rowFound(node, inner)) : undefined;
}

/** `table[key]!` of a key that the table has: one of its entries. Where nothing shows that, it is a claim. */
function surely(node: ts.NonNullExpression, cx: Context): readonly Alternative[] | undefined {
  const all = alternativesOf(node.expression, cx);
  if (all === undefined || all.at(-1)?.written !== undefined) return all;
  return isThere(bare(node.expression)) ? unconditional(all.slice(0, -1)) : undefined;
}

/** `checks.find((check) => check.test(c))`. */
function rowFound(node: ts.CallExpression, cx: Context): readonly Alternative[] | undefined {
  const callee = node.expression;
  const [test] = node.arguments;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "find") return undefined;
  const rows = guardedRows(callee.expression, cx);
  const callback = test !== undefined ? callbackOf(bare(test), node, cx) : undefined;
  const truth = callback?.truth;
  if (rows === undefined || callback === undefined || truth === undefined) return undefined;
  const found = rows.flatMap(({ row, when }): readonly Alternative[] => {
    const holds = { when: truth(contextOf(row, callback, cx)), written: row.value };
    return when === undefined ? [holds] : under(when, [holds]);
  });
  return rows.some(({ row }) => row.key !== undefined) ? undefined : [...found, { written: undefined }];
}

/** `table[key].test`: the field of each row. */
function fieldsOf(node: ts.PropertyAccessExpression, cx: Context): readonly Alternative[] | undefined {
  return partsOf(node.expression, node.name.text, cx);
}

/** A field, or an element, of each row among which an expression chooses; nothing where not all rows are written out. */
export function partsOf(
  rows: ts.Expression,
  part: string | number,
  cx: Context,
): readonly Alternative[] | undefined {
  const parts = alternativesOf(rows, cx)?.map(({ written, ...one }) => ({
    ...one,
    entries: written === undefined ? [] : entriesAt(written, typeof part, cx),
  }));
  if (parts?.every(({ entries }) => entries !== undefined) !== true) return undefined;
  return parts.map(({ entries, ...one }) => ({
    ...one,
    written: ifThere(entries?.find(({ name }) => name === `${part}`)?.value, cx),
  }));
}

/** The fields of an object, by name, or the elements of a list, by position. */
function entriesAt(written: Written, by: string, cx: Context): readonly Entry[] | undefined {
  const { node, scope } = writtenAt(written.node, cx.seeing(written.scope));
  if (ts.isObjectLiteralExpression(node)) return by === "string" ? entriesOf(node, scope, cx) : undefined;
  const elements = ts.isArrayLiteralExpression(node) && by === "number" ? node.elements : undefined;
  if (elements === undefined || elements.some(ts.isSpreadElement)) return undefined;
  return elements.map((element, position) => ({ name: `${position}`, value: { node: element, scope } }));
}

/** Is it a choice, rather than a value or one function? Names of values are none, and most expressions. */
export function choosesAmongWritten(expression: ts.Expression, cx: Context): boolean {
  const node = bare(expression);
  if (ts.isPropertyAccessExpression(node) || isElement(node)) return choosesAmongWritten(node.expression, cx);
  const isChoice =
    ts.isElementAccessExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isBinaryExpression(node) ||
    ts.isCallExpression(node);
  if (isChoice) return carriesFunctions(node);
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  const meaning = symbol === undefined ? undefined : cx.scope.get(symbol);
  if (symbol === undefined || meaning?.kind === "admission") return false;
  if (meaning?.kind === "value") return isAbsent(node, cx) && carriesFunctions(node);
  return standsForFunctions(node, cx) && writtenAt(node, cx).node !== node;
}

/** `row[1]`. */
function isElement(node: ts.Expression): node is ts.ElementAccessExpression {
  return ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression);
}

function under(test: Expr, alternatives: readonly Alternative[]): readonly Alternative[] {
  return alternatives.map(({ when, written }) => ({
    when: when === undefined ? test : logic("and", [test, when], test.span),
    written,
  }));
}

/** `table[key]`: an entry for each key that is written out, and nothing for any other. */
function entriesByKey(node: ts.ElementAccessExpression, cx: Context): readonly Alternative[] | undefined {
  const { node: table, scope } = writtenAt(node.expression, cx);
  const argument = node.argumentExpression;
  if (ts.isNumericLiteral(argument)) {
    const position = Number(argument.text);
    const row = rowsOf(node.expression, cx)?.[position];
    return row === undefined ? partsOf(node.expression, position, cx) : [{ written: row.value }];
  }
  if (!ts.isObjectLiteralExpression(table) || argument === undefined) return undefined;
  const entries = entriesOf(table, scope, cx)?.map(({ name, value }) => ({ key: name, value }));
  return entries === undefined ? undefined : byKey(entries, argument, cx);
}

/** `table.get(key)` of a `Map`. */
function entryOfMap(node: ts.CallExpression, cx: Context): readonly Alternative[] | undefined {
  const callee = node.expression;
  const [argument] = node.arguments;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "get") return undefined;
  const { node: table, scope } = writtenAt(callee.expression, cx);
  const rows = ts.isNewExpression(table) ? pairsOf(table, cx.seeing(scope)) : undefined;
  return rows === undefined || argument === undefined ? undefined : byKey(rows, argument, cx);
}

function byKey(
  rows: readonly Required<Row>[],
  argument: ts.Expression,
  cx: Context,
): readonly Alternative[] | undefined {
  const key = cx.expression(argument);
  if (required(key.type).kind !== "string") return undefined;
  const span = cx.span(argument);
  const each = rows.map((row) => ({
    when: compare("==", key, literal(row.key, span), span),
    written: ifThere(row.value, cx),
  }));
  return [...each, { written: undefined }];
}

/** The functions among which an expression chooses, and what each of them gives. */
export function chosenAmong<T>(
  expression: ts.Expression,
  cx: Context,
  of: (closure: Written<FunctionNode> | undefined) => T,
): readonly { readonly when?: Expr; readonly value: T }[] | undefined {
  const alternatives = seenAlternatives(bare(expression), cx);
  const closures = alternatives?.map(({ written, ...one }) => ({
    ...one,
    isNothing: written === undefined,
    closure: written === undefined ? undefined : closureAt(written, cx),
  }));
  if (closures?.every(({ isNothing, closure }) => isNothing || closure !== undefined) !== true)
    return undefined;
  return closures.map(({ isNothing: _, closure, ...one }) => ({ ...one, value: of(closure) }));
}

/** The value of the first whose test holds. */
export function choiceOf(
  alternatives: readonly { readonly when?: Expr; readonly value: Expr }[],
  span: Expr["span"],
): Expr {
  return alternatives.reduceRight<Expr>(
    (otherwise, { when, value }) => (when === undefined ? value : either(when, value, otherwise, span)),
    absent(span),
  );
}

/**
 * The value of what chooses among written rows: of their fields, or a stand-in for rows and functions, of which only
 * their being there can be asked.
 */
export function chosenValue(node: ts.Expression, cx: Context): Expr | undefined {
  const alternatives = choosesAmongWritten(node, cx) ? seenAlternatives(node, cx) : undefined;
  const [only, second] = alternatives ?? [];
  const isOne = only !== undefined && second === undefined && only.written !== undefined;
  const isRow = standsForFunctions(node, cx);
  if (alternatives === undefined || (isOne && isRow)) return undefined;
  const span = cx.span(node);
  // There is no way to a field that no row has.
  if (alternatives.length === 0) return { kind: "absent", type: cx.type(node), span };
  if (isRow) return presenceOf(alternatives, span);
  return choiceOf(
    alternatives.map(({ written, ...one }) => ({ ...one, value: valueAt(written, span, cx) })),
    span,
  );
}

/** Where TypeScript has seen a test, nothing is left but what there is. */
export function seenAlternatives(node: ts.Expression, cx: Context): readonly Alternative[] | undefined {
  const all = alternativesOf(node, cx);
  const isThere = !mayBeAbsent(cx.type(node)) && all?.at(-1)?.written === undefined;
  return all !== undefined && isThere
    ? unconditional(all.filter(({ written }) => written !== undefined))
    : all;
}

/** The same where it is known that one of them holds. */
export function unconditional(alternatives: readonly Alternative[]): readonly Alternative[] {
  return alternatives.map((one, position) =>
    position === alternatives.length - 1 ? { written: one.written } : one,
  );
}

/** What is written there, as a value. */
export function valueAt(written: Written | undefined, span: Expr["span"], cx: Context): Expr {
  if (written === undefined || !ts.isExpression(written.node)) return absent(span);
  return cx.seeing(written.scope).expression(written.node);
}

/** Stands for a function or a row of a table where only its being there is asked for. */
function presenceOf(alternatives: readonly Alternative[], span: Expr["span"]): Expr {
  const there = literal(true, span);
  const value = choiceOf(
    alternatives.map(({ written, ...one }) => ({
      ...one,
      value: written === undefined ? absent(span) : there,
    })),
    span,
  );
  return { ...value, type: optional(there.type) };
}
