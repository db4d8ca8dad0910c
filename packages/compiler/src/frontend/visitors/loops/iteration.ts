import type { Span } from "@policyc/diagnostics";
import {
  type Binder,
  type Expr,
  type Iteration,
  integerType,
  mayBeAbsent,
  required,
  stringType,
  type Type,
  unknownType,
} from "@policyc/ir";
import { keysThatAreNoTexts } from "../../build/entry-key.js";
import { characters, eachValue, elementType, local } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { unsupportedSyntax } from "../../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../../diagnostics/types.js";
import type { Scope } from "../../scope.js";
import { forEachOf } from "../../syntax/for-each.js";
import type { NamedLoop } from "../../syntax/loops.js";
import { objectCall, receiverOfEntries } from "../../syntax/object-call.js";
import { isA } from "../../syntax/tree.js";
import { isJavaScriptMap, oneOf } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { isReceiverInChain, thatIsThere } from "../expressions/chain.js";
import { valuesOfEnum } from "../expressions/enums.js";
import { binderFor, bindPattern } from "../expressions/patterns.js";
import { elementName } from "./element-name.js";
import { keysIn, objectThatIsThere } from "./object-keys.js";
import { inWrittenOrder } from "./written-order.js";

/** A loop and the context of its body. */
export interface Loop {
  readonly iteration: Iteration;
  readonly cx: Context;
}

/** What a loop runs over, and what each turn gets: an element, or a pair of a key or index with it. */
interface Source {
  readonly over: Expr;
  readonly pairs: boolean;
  /** What may be a `Map`, with keys that are no texts. */
  readonly map?: ts.Expression;
}

/**
 * What tells the turns of a loop from each other: the position in a list, whether it has a name or not, or for `turn` whatever
 * it goes through has, such as the key of an object.
 */
export type Position = ts.BindingName | "unnamed" | "turn";

/** Opens a loop over `source` that binds `pattern`, and perhaps the position. `scope` is what its body sees. */
export function openLoop(
  source: ts.Expression,
  pattern: ts.BindingName | undefined,
  position: Position | undefined,
  cx: Context,
  scope: Scope = cx.scope,
): Loop {
  const isCounted = position !== undefined && position !== "turn";
  const { over: whole, pairs, map } = isCounted ? listSource(source, cx) : loopSource(source, cx);
  const refused = pattern === undefined || map === undefined ? undefined : keysThatAreNoTexts(map, cx);
  const over = refused ?? whole;
  const inner = cx.seeing(scope).insideLoop();
  if (pairs) return openPairs(over, pattern, source, inner);
  return through(over, { pattern, position, source }, inner);
}

/** A loop through a list that is there: what its elements and their positions are called. */
export function through(
  over: Expr,
  {
    pattern,
    position,
    source,
  }: {
    readonly pattern: ts.BindingName | undefined;
    readonly position: Position | undefined;
    readonly source: ts.Expression;
  },
  inner: Context,
): Loop {
  const type = required(over.type).kind === "record" ? valueTypeOf(source, inner) : elementType(over);
  const binder: Binder =
    pattern === undefined
      ? { name: inner.names.unique(elementName(source)), type }
      : binderFor(pattern, type, elementName(source), inner);
  const bound = pattern === undefined ? inner : bindPattern(pattern, binder, inner);
  if (position === undefined) return { iteration: { over, binder }, cx: bound };
  if (position === "unnamed" || position === "turn") {
    const key: Binder = { name: inner.names.unique("index"), type: integerType };
    return { iteration: { over, binder, key }, cx: bound };
  }
  const key = binderFor(position, integerType, "index", inner);
  return { iteration: { over, binder, key }, cx: bindPattern(position, key, bound) };
}

/** Of `Object.values(record)` TypeScript knows what the values are, where the record has no type of its own for all. */
export function valueTypeOf(source: ts.Expression, cx: Context): Type {
  const type = cx.type(source);
  return type.kind === "list" ? type.element : unknownType;
}

/** `[key, value]` of a map or object, `[index, element]` of a list. */
function openPairs(
  over: Expr,
  pattern: ts.BindingName | undefined,
  source: ts.Expression,
  cx: Context,
): Loop {
  const names = pattern !== undefined && ts.isArrayBindingPattern(pattern) ? pattern.elements : [];
  const [keyElement, valueElement] = names;
  const isList = required(over.type).kind === "list";
  const [keyType, valueType] = [isList ? integerType : stringType, elementType(over)];
  const keyName = isA(ts.isBindingElement, keyElement) ? keyElement.name : undefined;
  const valueName = isA(ts.isBindingElement, valueElement) ? valueElement.name : undefined;
  const key: Binder =
    keyName === undefined
      ? { name: cx.names.unique(isList ? "index" : "key"), type: keyType }
      : binderFor(keyName, keyType, "key", cx);
  const binder: Binder =
    valueName === undefined
      ? { name: cx.names.unique("value"), type: valueType }
      : binderFor(valueName, valueType, elementName(source), cx);
  const iteration = { over, binder, key };
  if (pattern !== undefined && ts.isIdentifier(pattern))
    return {
      iteration,
      cx: cx.binding(pattern, { kind: "value", value: pairOf(iteration, cx.span(pattern)) }),
    };
  const withKey = keyName === undefined ? cx : bindPattern(keyName, key, cx);
  return { iteration, cx: valueName === undefined ? withKey : bindPattern(valueName, binder, withKey) };
}

/** What a loop declares for each turn; nothing where it assigns to what stands before it. */
export function declaredBy(node: NamedLoop): ts.BindingName | undefined {
  if (ts.isExpressionStatement(node)) return forEachOf(node)?.item;
  const initializer = node.initializer;
  return ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name : undefined;
}

/** The pairs of a `Map`, as a list. */
export function pairsOf(map: ts.Expression, span: Span, cx: Context): Expr {
  const refused = keysThatAreNoTexts(map, cx);
  if (refused !== undefined) return refused;
  const { iteration } = openLoop(map, undefined, undefined, cx);
  return eachValue(iteration, pairOf(iteration, span), span);
}

/** The key or index of a turn together with its element, as a list of two. */
export function pairOf({ binder, key }: Iteration, span: Span): Expr {
  const parts = [...(key === undefined ? [] : [key]), binder].map((part) => local(part, span));
  return {
    kind: "list",
    items: parts.map((value) => ({ spread: false, value })),
    type: { kind: "list", element: oneOf(parts.map(({ type }) => type)) },
    span,
  };
}

function loopSource(written: ts.Expression, cx: Context): Source {
  if (isOfForIn(written)) return { over: keysIn(written, cx), pairs: false };
  const node = bare(written);
  const call = objectCall(node);
  const ordered = call && inWrittenOrder(call, cx);
  if (ordered !== undefined) return { over: ordered, pairs: false };
  const members = call?.method === "values" ? valuesOfEnum(call.argument, cx) : undefined;
  if (members !== undefined) return { over: members, pairs: false };
  if (call?.method === "entries") return { over: objectThatIsThere(call.argument, cx), pairs: true };
  if (call?.method === "values") return { over: valuesThatAreThere(call.argument, cx), pairs: false };
  if (isJavaScriptMap(typeAt(node))) return { over: listThatIsThere(node, cx), pairs: true, map: node };
  const indexed = indexedList(node, cx);
  if (indexed !== undefined) return { over: listThatIsThere(indexed, cx), pairs: true, map: indexed };
  return { over: listThatIsThere(node, cx), pairs: false };
}

/** Of an object's values the key is no position: they are listed first. */
function listSource(written: ts.Expression, cx: Context): Source {
  return { over: listThatIsThere(bare(written), cx), pairs: false };
}

function isOfForIn(source: ts.Expression): boolean {
  return ts.isForInStatement(source.parent) && source.parent.expression === source;
}

/** What `Object.values` goes through: of a list, the list. */
export function valuesThatAreThere(argument: ts.Expression, cx: Context): Expr {
  const { kind } = required(cx.type(argument));
  return kind === "list" ? listThatIsThere(argument, cx) : objectThatIsThere(argument, cx);
}

/** Does a loop over this give pairs? */
export function givesPairs(written: ts.Expression, cx: Context): boolean {
  if (isOfForIn(written)) return false;
  const node = bare(written);
  const call = objectCall(node);
  if (call?.method === "entries") return inWrittenOrder(call, cx) === undefined;
  return indexedList(node, cx) !== undefined;
}

/** The list or map of `list.entries()`. */
function indexedList(node: ts.Expression, cx: Context): ts.Expression | undefined {
  const list = receiverOfEntries(node);
  if (list === undefined) return undefined;
  return required(cx.type(list)).kind === "list" || isJavaScriptMap(typeAt(list)) ? list : undefined;
}

function listThatIsThere(node: ts.Expression, cx: Context): Expr {
  const over = cx.expression(node);
  if (over.kind === "invalid") return over;
  if (isReceiverInChain(node)) return thatIsThere(over);
  if (mayBeAbsent(over.type) && over.type.kind !== "unknown")
    return cx.invalid(mayBeAbsentHere(cx.span(node), `\`${node.getText()}\``));
  const { kind } = required(over.type);
  if (kind === "list" || kind === "map" || kind === "record" || kind === "set") return over;
  if (kind === "string") return characters(over, cx.span(node));
  return cx.invalid(
    unsupportedSyntax(cx.span(node), "a loop over this", "use a list, or `Object.entries(…)`"),
  );
}
