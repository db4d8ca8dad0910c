import type { Span } from "@policyc/diagnostics";
import { type Expr, literal, stringType } from "@policyc/ir";
import { call } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import type { Scope, Written } from "../../scope.js";
import { objectCall } from "../../syntax/object-call.js";
import { resolve } from "../../syntax/resolve.js";
import { isA } from "../../syntax/tree.js";
import { carriesFunctions } from "../../types/carries-functions.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { isNumberKey } from "../expressions/written-keys.js";
import { entriesOf, holdsFunctions, lacksField, writtenAt } from "./written.js";

/** One element of a list that holds functions, or one entry of an object that does. */
export interface Row {
  readonly value: Written;
  readonly key?: string;
}

/** The rows of a table with functions in it: a loop over it is written out, row by row. */
export function rowsOf(source: ts.Expression, cx: Context): readonly Row[] | undefined {
  const entries = objectCall(bare(source));
  const { node, scope } = writtenAt(entries?.argument ?? source, cx);
  if (entries === undefined && ts.isIdentifier(node)) return givenRows(node, cx.seeing(scope));
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    const inner = cx.seeing(scope);
    if (!lacksField(node.left, inner)) return rowsOf(node.left, inner);
    return isEmptyList(bare(node.right)) ? [] : rowsOf(node.right, inner);
  }
  if (!holdsFunctions(node)) return isEmptyList(node) && carriesFunctions(source) ? [] : undefined;
  if (entries === undefined && ts.isNewExpression(node)) return pairsOf(node, cx.seeing(scope));
  if (entries === undefined)
    return ts.isArrayLiteralExpression(node) ? elementsOf(node, cx.seeing(scope), scope) : undefined;
  if (!ts.isObjectLiteralExpression(node) || entries.method === "keys") return undefined;
  return entriesOf(node, scope, cx)?.map(({ name, value }) => ({
    value,
    ...(entries.method === "entries" ? { key: name } : {}),
  }));
}

/** `all` of `({ all = [] })`, where a row gives no checks. */
function isEmptyList(node: ts.Node): boolean {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 0;
}

/** `Object.keys(table)`; nothing where the table has no functions in it, and is a value. */
export function keysOfTable(source: ts.Expression, cx: Context): readonly string[] | undefined {
  const { node, scope } = writtenAt(source, cx);
  if (!ts.isObjectLiteralExpression(node) || !holdsFunctions(node)) return undefined;
  const names = entriesOf(node, scope, cx)?.map(({ name }) => name);
  return names?.some(isNumberKey) === true ? undefined : names;
}

/** `key in table`; nothing where the table has no functions in it. */
export function isKeyOfTable(
  key: ts.Expression,
  source: ts.Expression,
  cx: Context,
  span: Span,
): Expr | undefined {
  const names = keysOfTable(source, cx);
  if (names === undefined) return undefined;
  const items = names.map((name) => ({ spread: false, value: literal(name, span) }));
  const list: Expr = { kind: "list", items, type: { kind: "list", element: stringType }, span };
  const asked = cx.expression(key);
  return asked.kind === "invalid" ? asked : call("list.includes", [list, asked], span);
}

/** `...checks` of a function that is called with functions. */
function givenRows(node: ts.Expression, cx: Context): readonly Row[] | undefined {
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  const meaning = symbol === undefined ? undefined : cx.scope.get(symbol);
  return meaning?.kind === "rows" ? meaning.rows.map((value) => ({ value })) : undefined;
}

/** `new Map([["key", value], …])`, with keys that are written out; of two with one key the last counts. */
export function pairsOf(node: ts.NewExpression, cx: Context): readonly Required<Row>[] | undefined {
  const [argument] = node.arguments ?? [];
  const list = argument !== undefined ? writtenAt(argument, cx) : undefined;
  if (node.expression.getText() !== "Map" || !isA(ts.isArrayLiteralExpression, list?.node)) return undefined;
  const rows = new Map<string, Required<Row>>();
  for (const element of list.node.elements) {
    const pair = bare(element);
    const [key, value] = ts.isArrayLiteralExpression(pair) ? pair.elements : [];
    if (!isA(ts.isStringLiteral, key) || value === undefined) return undefined;
    rows.set(key.text, {
      key: key.text,
      value: { node: value, scope: list.scope },
    });
  }
  return [...rows.values()];
}

function elementsOf(node: ts.ArrayLiteralExpression, cx: Context, scope: Scope): readonly Row[] | undefined {
  const parts = node.elements.map((element) =>
    ts.isSpreadElement(element) ? rowsOf(element.expression, cx) : [{ value: { node: element, scope } }],
  );
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
