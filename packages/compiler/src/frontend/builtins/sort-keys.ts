import type { Expr } from "@policyc/ir";
import { call, compare, eachValue, local } from "../build/nodes.js";
import { once } from "../build/once.js";
import type { Context } from "../context.js";
import { resolve } from "../syntax/resolve.js";
import { descendantsOf } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { type Loop, through } from "../visitors/loops/iteration.js";
import { comparedBy, type SortOrder } from "./sort-order.js";

/** What a comparison asks of either element, as it is written for the first: `a.port` of `(a, b) => a.port - b.port`. */
export interface SortKey {
  readonly order: SortOrder;
  readonly name: ts.BindingName;
  readonly asked: ts.Expression;
}

/**
 * What decides, and what does where that is equal: `a.level - b.level || a.port - b.port`. Nothing for a comparison that does
 * not ask the same of both, or does not say that two may be equal.
 */
export function sortKeysOf(node: ts.CallExpression, cx: Context): readonly SortKey[] | undefined {
  const [fn] = node.arguments;
  if (fn === undefined || !ts.isArrowFunction(fn) || ts.isBlock(fn.body)) return undefined;
  const [one, other] = fn.parameters.map(({ name }) => name);
  if (one === undefined || other === undefined) return undefined;
  const comparisons = alternatives(bare(fn.body));
  const keys = comparisons.flatMap((comparison) => keyOf(comparison, [one, other], cx) ?? []);
  return keys.length === comparisons.length ? keys : undefined;
}

/** `a` and `b` of `a || b`. */
function alternatives(node: ts.Expression): readonly ts.Expression[] {
  const isOr = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken;
  return isOr ? [node.left, node.right].flatMap((side) => alternatives(bare(side))) : [node];
}

function keyOf(
  comparison: ts.Expression,
  [one, other]: readonly [ts.BindingName, ts.BindingName],
  cx: Context,
): SortKey | undefined {
  let key: ts.Expression | undefined;
  const order = comparedBy(comparison, {
    knowsEqual: true,
    orderOf: (left, right) => {
      const asked = [bare(left), bare(right)] as const;
      const isInOrder = asksSame(asked, [one, other]);
      const [first, second] = isInOrder ? asked : [asked[1], asked[0]];
      if (!isInOrder && !asksSame([first, second], [one, other])) return undefined;
      if (key !== undefined && key.getText() !== first.getText()) return undefined;
      key = first;
      return isInOrder ? -1 : 1;
    },
  });
  if (key === undefined || order === "own") return undefined;
  const { kind } = cx.type(key);
  return kind === "number" || kind === "string" ? { order, name: one, asked: key } : undefined;
}

/** Is it the same but for the element, which is the first in one and the second in the other? */
function asksSame(
  asked: readonly [ts.Expression, ts.Expression],
  [one, other]: readonly [ts.BindingName, ts.BindingName],
): boolean {
  const [left, right] = [textOf(asked[0], one, other), textOf(asked[1], other, one)];
  return left !== undefined && left === right;
}

/** The text with a mark for what it reads of the element; nothing where it asks the other one too, or none. */
function textOf(node: ts.Expression, element: ts.BindingName, other: ts.BindingName): string | undefined {
  const [own, others] = [namesIn(element), namesIn(other)];
  const names = ts.isIdentifier(node) ? [node] : descendantsOf(node, ts.isIdentifier);
  const uses = names.flatMap((name) => {
    const declaration = resolve(name)?.valueDeclaration;
    const mark = declaration && (own.get(declaration) ?? (others.has(declaration) ? otherOne : undefined));
    return mark === undefined ? [] : [{ name, mark }];
  });
  if (uses.length === 0 || uses.some(({ mark }) => mark === otherOne)) return undefined;
  const [from, text] = [node.getStart(), node.getText()];
  return uses.reduceRight((whole, { name, mark }) => {
    const [start, end] = [name.getStart() - from, name.end - from];
    return `${whole.slice(0, start)}\0${mark}\0${whole.slice(end)}`;
  }, text);
}

const otherOne = "other";

/** The names that a parameter declares, and what each is of the element: `.name` of `{ name }`, `.1` of `[, n]`. */
function namesIn(name: ts.BindingName, path = ""): ReadonlyMap<ts.Node, string> {
  if (ts.isIdentifier(name)) return new Map([[name.parent, path]]);
  const parts = name.elements.flatMap((part, position) => {
    if (ts.isOmittedExpression(part)) return [];
    const key = ts.isArrayBindingPattern(name) ? `${position}` : (part.propertyName ?? part.name).getText();
    const rest = part.initializer === undefined ? "" : `=${part.initializer.getText()}`;
    return [...namesIn(part.name, `${path}.${part.dotDotDotToken?.getText() ?? ""}${key}${rest}`)];
  });
  return new Map(parts);
}

/**
 * `ports.toSorted((a, b) => a.port - b.port)`: engines put numbers and texts in order, so these are, and each brings its
 * elements, which stay in their order.
 */
export function sortedByKeys(
  list: Expr,
  [first, ...others]: readonly SortKey[],
  receiver: ts.Expression,
  cx: Context,
): Expr {
  if (first === undefined) return list;
  const { order, name, asked } = first;
  const open = (over: Expr): Loop =>
    through(over, { pattern: name, position: undefined, source: receiver }, cx.insideLoop());
  return once(list, "list", cx, (all) => {
    const { span } = list;
    const { iteration: each, cx: turn } = open(all);
    const key = turn.expression(asked);
    const keys = eachValue(each, key, span);
    const distinct = call("list.distinct", [keys], span, keys.type);
    const ascending = call("list.sorted", [distinct], span, keys.type);
    const sorted = order === "descending" ? call("list.reversed", [ascending], span, keys.type) : ascending;
    const binder = { name: cx.names.unique("key"), type: key.type };
    const { iteration, cx: inner } = open(all);
    const element = local(iteration.binder, span);
    const where = compare("==", inner.expression(asked), local(binder, span), span);
    const equal: Expr = { ...eachValue(iteration, element, span), where };
    const inOrder = sortedByKeys(equal, others, receiver, cx);
    return { ...eachValue({ over: sorted, binder }, inOrder, span), flatten: true, type: list.type };
  });
}
