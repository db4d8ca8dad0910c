import { type Expr, required, stringType, type Type } from "@policyc/ir";
import { conditional, logic } from "../build/nodes.js";
import type { Context } from "../context.js";
import { isOwnName } from "../syntax/names.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { truthOf } from "../visitors/expressions/truth.js";

/**
 * `[hostNetwork && "network", hostPID && "processes"].filter(Boolean)`: the texts whose tests hold, as a list of what
 * may be `false` or a text has no type that every engine knows. Nothing where it is anything else.
 */
export function trueItems(node: ts.CallExpression, receiver: ts.Expression, cx: Context): Expr | undefined {
  const [test, another] = node.arguments;
  const isBoolean = isA(ts.isIdentifier, test) && test.text === "Boolean" && !isOwnName(test);
  const list = bare(receiver);
  if (!isBoolean || another !== undefined || !ts.isArrayLiteralExpression(list)) return undefined;
  if (!list.elements.some((element) => guardedText(element) !== undefined)) return undefined;
  const parts = list.elements.map((element) => partOf(element, cx));
  const items = parts.flatMap((value) => (value === undefined ? [] : [{ spread: true, value }]));
  if (items.length < parts.length) return undefined;
  return { kind: "list", items, type: texts, span: cx.span(node) };
}

const texts: Type = { kind: "list", element: stringType };

interface Guarded {
  readonly test: ts.Expression;
  readonly said: ts.Expression;
}

/** `test && text`. */
function guardedText(element: ts.Expression): Guarded | undefined {
  const written = bare(element);
  const isBoth = ts.isBinaryExpression(written) && written.operatorToken.getText() === "&&";
  return isBoth ? { test: written.left, said: written.right } : undefined;
}

/** A list of the text, or of nothing. */
function partOf(element: ts.Expression, cx: Context): Expr | undefined {
  if (ts.isSpreadElement(element)) return undefined;
  const guarded = guardedText(element);
  const said = guarded?.said ?? element;
  const value = cx.expression(said);
  if (required(value.type).kind !== "string") return undefined;
  const span = cx.span(element);
  const isSaid = value.kind === "literal" && value.value !== "";
  const tests = [
    ...(guarded === undefined ? [] : [cx.condition(guarded.test)]),
    ...(isSaid ? [] : [truthOf(cx.expression(said), said, cx)]),
  ];
  const there: Expr = { ...value, type: required(value.type) };
  const one: Expr = { kind: "list", items: [{ spread: false, value: there }], type: texts, span };
  if (tests.length === 0) return one;
  return conditional(
    logic("and", tests, span),
    one,
    { kind: "list", items: [], type: texts, span },
    texts,
    span,
  );
}
