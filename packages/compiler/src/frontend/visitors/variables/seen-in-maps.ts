import {
  absent,
  booleanType,
  type Expr,
  literal,
  mayBeAbsent,
  optional,
  required,
  type Type,
} from "@policyc/ir";
import { fromEnd } from "../../build/from-end.js";
import {
  call,
  compare,
  conditional,
  eachValue,
  elementType,
  index,
  local,
  logic,
} from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { filledOtherwise, seenOverKeys } from "../../diagnostics/flow.js";
import { mayBeAbsentHere } from "../../diagnostics/types.js";
import { type LoopStatement, turnOf } from "../../syntax/loops.js";
import { entryAsked, entryRead } from "../../syntax/map-entries.js";
import { isIn } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { openTurns } from "../loops/turns.js";
import { keyOf, ofKey, together } from "./after-puts.js";
import { withValuesBegun } from "./begun-maps.js";
import { joined, lists } from "./combinations.js";
import { begunOf, dependsOnSettled, filledBefore } from "./filled-before.js";
import { addedBy } from "./filling.js";
import { ofStatements } from "./loop-changes.js";
import { type MapFilling, type SeenMap, seenMapCalled } from "./seen-maps.js";

/** `counts.get(key)`, `counts[key]`, `counts.has(key)`, `key in counts`: what turns before this one, and perhaps this one, have put there. */
export function seenInMap(node: ts.Expression, cx: Context): Expr | undefined {
  if (!mayNameEntry(node)) return undefined;
  const read = entryRead(node);
  const name = (read ?? entryAsked(node))?.name;
  const map = name === undefined ? undefined : seenMapCalled(name);
  const filling = map?.fillings.find(({ statement }) => isIn(node, statement));
  if (map === undefined || filling === undefined) return undefined;
  const isHas = read === undefined;
  const span = cx.span(node);
  // What turns put there is put where there is nothing yet, or whatever there is.
  if (cx.isSettled(map.symbol)) return isHas ? literal(false, span) : absent(span);
  const isAfter = node.pos > filling.node.pos;
  if (isHas && isAfter) return literal(true, span);
  const { by } = filling.put;
  // JavaScript would keep the key, and no engine has a key without a value.
  if (by !== 1 && mayBeAbsent(cx.type(by)))
    return cx.invalid(mayBeAbsentHere(cx.span(by), `\`${by.getText()}\``));
  if (!filling.loops.every((loop) => isOverList(loop, cx)))
    return cx.invalid(seenOverKeys(span, map.name.text));
  const earlier = earlierPuts(map, filling, span, cx);
  const value =
    earlier && !dependsOnSettled(filling, cx) ? readAmong(earlier, { node, map, filling }, cx) : undefined;
  return value ?? cx.invalid(filledOtherwise(span, map.name.text));
}

/** Of every expression it is asked whether it is one. */
function mayNameEntry(node: ts.Expression): boolean {
  return ts.isElementAccessExpression(node) || ts.isCallExpression(node) || ts.isBinaryExpression(node);
}

interface Read {
  readonly node: ts.Expression;
  readonly map: SeenMap;
  readonly filling: MapFilling;
}

function readAmong(earlier: Expr, { node, map, filling }: Read, cx: Context): Expr | undefined {
  const span = cx.span(node);
  const { by } = filling.put;
  if (entryRead(node) === undefined) return named(isAny(earlier), map);
  if (node.pos > filling.node.pos) {
    const own = by === 1 ? literal(1, span) : cx.expression(by);
    return foundIn(joined(earlier, listOf(own, earlier), span), map, cx);
  }
  if (putsTrue(map, cx)) {
    return conditional(
      named(isAny(earlier), map),
      literal(true, span),
      absent(span),
      optional(booleanType),
      span,
    );
  }
  const found = foundIn(earlier, map, cx);
  if (found === undefined || map.how === "replace" || hasFallback(node)) return found;
  // Asked of a list of its own: what computes has names, which must stand once.
  const again = earlierPuts(map, filling, span, cx);
  return again && conditional(isAny(again), found, absent(span), optional(found.type), span);
}

/** A test that needs a rule of its own is called as the map is. */
function named(test: Expr, { symbol }: SeenMap): Expr {
  return test.kind === "logic" || test.kind === "quantify" ? { ...test, name: symbol.name } : test;
}

/** `seen[name] = true`: what is there is true, whichever turn has put it there. */
function putsTrue({ symbol, fillings }: SeenMap, cx: Context): boolean {
  const begun = begunOf(symbol, cx);
  const isTrue = ({ value }: { readonly value: Expr }): boolean =>
    value.kind === "literal" && value.value === true;
  return (
    fillings.every(({ put }) => put.by !== 1 && put.by.kind === ts.SyntaxKind.TrueKeyword) &&
    (begun?.kind !== "record" || begun.entries.every(isTrue))
  );
}

/** An object's keys have no order: no turn comes before another. */
function isOverList(loop: LoopStatement, cx: Context): boolean {
  const over = cx.turnOf(loop)?.iteration.over;
  return over === undefined || required(over.type).kind === "list";
}

/** Has a list something in it? Of lists one after the other any has. */
function isAny(list: Expr): Expr {
  const { span } = list;
  if (list.kind === "list" && list.items.length > 0)
    return logic(
      "or",
      list.items.map((item) => (item.spread ? isAny(item.value) : literal(true, span))),
      span,
    );
  if (list.kind === "conditional" && list.then.kind === "list" && list.else.kind === "list") {
    const isThere = list.then.items.some(({ spread }) => !spread) && list.else.items.length === 0;
    if (isThere) return list.test;
  }
  return compare(">", call("list.length", [list], span), literal(0, span), span);
}

function listOf(value: Expr, { type, span }: Expr): Expr {
  return { kind: "list", items: [{ spread: false, value }], type, span };
}

/** A sum, or the value that was put there first or last. */
function foundIn(all: Expr, { name, how, keepsFirst, fillings }: SeenMap, cx: Context): Expr | undefined {
  const values = fillings.some(({ keepsTrue }) => keepsTrue) ? withoutEmpty(all, cx) : all;
  const { span } = values;
  const element = elementType(values);
  const held = cx.type(name);
  if (how !== "replace")
    return together(values, how, how === "append" && held.kind === "map" ? held.value : element);
  return keepsFirst
    ? index(values, literal(0, span), optional(element), span)
    : fromEnd(values, 1, element, span, cx);
}

function withoutEmpty(texts: Expr, cx: Context): Expr {
  const { span } = texts;
  const binder = { name: cx.names.unique("text"), type: elementType(texts) };
  const where = compare("!=", local(binder, span), literal("", span), span);
  return { ...eachValue({ over: texts, binder }, local(binder, span), span), where };
}

/** `counts.get(key) ?? 0`, `groups.get(key) ?? []`: nothing is there where nothing was added. */
function hasFallback(node: ts.Expression): boolean {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.getText() !== "??") return false;
  return parent.left === node && ["0", "[]"].includes(bare(parent.right).getText());
}

/** What statements before and earlier turns have put under the key of this one, in their order. */
function earlierPuts(
  map: SeenMap,
  { put, statement, loops }: MapFilling,
  span: Expr["span"],
  cx: Context,
): Expr | undefined {
  const key = keyOf(put, cx);
  const filledBy = filledBefore(map, statement, cx);
  if (key.kind === "invalid" || filledBy === undefined) return undefined;
  const before =
    filledBy.length === 0 ? [] : [addedBy(filledBy, map.symbol, ofKey(key), cx.settling([map.symbol]))];
  const parts = [...before, ...loops.map((loop) => ofEarlierTurns(loop, key, map, cx))];
  const [first, ...others] = parts.flatMap((part) => part ?? []);
  if (first === undefined || others.length + 1 < parts.length) return undefined;
  const all = others.reduce((sofar, after) => joined(sofar, after, span), first);
  const whole = { ...all, type: typeOfPuts(map, cx) ?? all.type };
  return withValuesBegun(begunOf(map.symbol, cx), whole, { key, how: map.how, keepsNothing: true });
}

/** What is appended makes the list that the map has under a key; of others there is a list. */
function typeOfPuts({ name, how }: SeenMap, cx: Context): Type | undefined {
  const type = cx.type(name);
  if (type.kind !== "map") return undefined;
  const isListed = how === "append" && type.value.kind === "list";
  const isSet = how === "append" && type.value.kind === "set";
  return isListed ? type.value : { kind: "list", element: isSet ? type.value.element : type.value };
}

function ofEarlierTurns(loop: LoopStatement, key: Expr, map: SeenMap, cx: Context): Expr | undefined {
  const turn = cx.turnOf(loop);
  const position = turn?.iteration.key;
  if (turn === undefined || position === undefined) return undefined;
  if (required(turn.iteration.over.type).kind !== "list") return undefined;
  const turns = openTurns(loop, "turn", turn.around);
  const earlier = turns?.iteration.key;
  if (turns === undefined || earlier === undefined || turns.where !== undefined) return undefined;
  const how = ofKey(key);
  const put = ofStatements(turnOf(loop), map.symbol, how, turns.cx.settling([map.symbol]));
  if (put === undefined) return undefined;
  const span = cx.span(loop);
  const isEarlier = compare("<", local(earlier, span), local(position, span), span);
  const nothing: Expr = { kind: "list", items: [], type: put.type, span };
  return lists.each(
    turns.iteration,
    conditional(logic("and", [isEarlier], span), put, nothing, put.type, span),
    span,
  );
}
