import type { Span } from "@policyc/diagnostics";
import { type Expr, type Json, literal, mayBeAbsent, type Type, unknownType } from "@policyc/ir";
import { field, ofType } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { constantOf, evaluate, isRecord } from "../../static/evaluate.js";
import type { ObjectCall } from "../../syntax/object-call.js";
import { descendantsOf, isA } from "../../syntax/tree.js";
import { carriesFunctions } from "../../types/carries-functions.js";
import { isOf } from "../../types/flags.js";
import { elementOf } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { recordFieldsAt } from "../../types/record-fields.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { isNumberKey, keysWritten } from "../expressions/written-keys.js";
import { usesOf } from "../variables/variable-uses.js";

/** What depends on which key comes first. */
const readers = new Set([
  "find",
  "findLast",
  "findIndex",
  "findLastIndex",
  "indexOf",
  "lastIndexOf",
  "at",
  "join",
  "entries",
  "reduce",
]);

/** What keeps the order, and goes on with it. */
const keepers = new Set(["filter", "map", "flatMap", "flat", "slice", "concat", "toReversed"]);

/**
 * The list that JavaScript makes of an object that is written out, where the order of its keys is read:
 * `Object.keys(names).find((key) => names[key] === value)`. What nobody asks for the order stays an object, but for one
 * whose values may be absent: its keys are there all the same.
 */
export function inWrittenOrder(of: PartsOfObject, cx: Context): Expr | undefined {
  const { argument, method, call } = of;
  const span = cx.span(call);
  const isOrdered = isOrderRead(call) || isOrderKept(call);
  const known = isOrdered ? constantEntries(argument, span) : undefined;
  const entries = known ?? (carriesFunctions(argument) ? undefined : computedEntries(of, isOrdered, cx));
  const parts = entries?.map(([key, value]) =>
    method === "keys" ? key : method === "values" ? value : listOf([key, value], span),
  );
  return parts === undefined || parts.length === 0 ? undefined : listOf(parts, span);
}

/** `Object.keys(names)`, or the `names` of `for (const key in names)`. */
type PartsOfObject = Omit<ObjectCall, "call"> & { readonly call: ts.Expression };

type Entries = readonly (readonly [Expr, Expr])[];

function constantEntries(argument: ts.Expression, span: Span): Entries | undefined {
  const known = evaluate(argument);
  if (!isRecord(known)) return undefined;
  const entries = Object.entries(known);
  const plain = entries.flatMap(([key, value]) =>
    isPlain(value) ? [[literal(key, span), literal(value, span)] as const] : [],
  );
  return plain.length === entries.length ? plain : undefined;
}

/** Of `{ hostPID: object.spec.hostPID }`, or of a `const` that is one. */
function computedEntries(
  { argument, method, call }: PartsOfObject,
  isOrdered: boolean,
  cx: Context,
): Entries | undefined {
  const keys = keysWritten(bare(argument), bare, constantOf);
  const types = keys === undefined || keys.some(isNumberKey) ? undefined : typesOf(keys, argument, cx);
  if (keys === undefined || types === undefined) return undefined;
  // A loop over entries or values is written out turn by turn.
  const isList = method === "keys" || !isLooped(call);
  if (!(isOrdered && (isList || !isOrderKept(call))) && !(isList && types.some(mayBeAbsent)))
    return undefined;
  const object = cx.expression(argument);
  if (object.kind === "invalid") return undefined;
  const span = cx.span(argument);
  const written = new Map(object.kind === "record" ? object.entries.map((one) => [one.name, one.value]) : []);
  return keys.map((key, at) => [
    literal(key, span),
    written.get(key) ?? field(object, key, types[at] ?? unknownType, span),
  ]);
}

/** The type of the value of each key, where these are all that the object has. */
function typesOf(keys: readonly string[], argument: ts.Expression, cx: Context): readonly Type[] | undefined {
  const map = cx.type(argument);
  if (map.kind === "map") return keys.map(() => map.value);
  const fields = new Map(recordFieldsAt(argument).map((one) => [one.name, one.type]));
  const types = keys.flatMap((key) => fields.get(key) ?? []);
  return types.length === keys.length && types.length === fields.size ? types : undefined;
}

/** `for (const key of Object.keys(names)) found.push(key);`: what a loop puts one behind the other stands in that order. */
function isOrderKept(node: ts.Node): boolean {
  const { parent } = node;
  if (isAround(parent)) return isOrderKept(parent);
  const isLoop = ts.isForOfStatement(parent) || ts.isForInStatement(parent);
  return isLoop && parent.expression === node && descendantsOf(parent.statement).some(puts);
}

function puts(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node))
    return node.operatorToken.getText() === "+=" && isOf(typeAt(node.left), ts.TypeFlags.StringLike);
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  return isA(ts.isPropertyAccessExpression, callee) && callee.name.text === "push";
}

/** What stands around an expression and does not change its value. */
function isAround(parent: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)
  );
}

function isLooped(call: ts.Node): boolean {
  return ts.isForOfStatement(call.parent) && call.parent.expression === call;
}

function isOrderRead(node: ts.Node): boolean {
  const { parent } = node;
  if (isAround(parent)) return isOrderRead(parent);
  if (ts.isElementAccessExpression(parent)) return parent.expression === node;
  if (ts.isSpreadElement(parent)) return isOrderRead(parent.parent);
  if (isA(ts.isVariableDeclaration, parent)) return isOrderOfNameRead(parent);
  if (!isA(ts.isPropertyAccessExpression, parent) || parent.expression !== node) return false;
  const method = parent.name.text;
  if (readers.has(method) || asksForPosition(parent)) return true;
  return keepers.has(method) && isA(ts.isCallExpression, parent.parent) && isOrderRead(parent.parent);
}

/** `const keys = Object.keys(names); … keys.join(", ")` */
function isOrderOfNameRead({ name, parent }: ts.VariableDeclaration): boolean {
  if (ts.isArrayBindingPattern(name)) return true;
  if (!ts.isIdentifier(name) || !isA(ts.isVariableStatement, parent.parent)) return false;
  return usesOf(name, parent.parent).some(isOrderRead);
}

/** `Object.values(names).map((name, index) => …)` */
function asksForPosition({ parent: call }: ts.PropertyAccessExpression): boolean {
  const fn = isA(ts.isCallExpression, call) ? call.arguments[0] : undefined;
  return isA(ts.isArrowFunction, fn) && fn.parameters.length > 1;
}

function isPlain(value: Json): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function listOf(values: readonly Expr[], span: Span): Expr {
  const element = elementOf(values.map(({ type }) => type));
  const items = values.map((value) => ({ spread: false, value: ofType(value, element) }));
  return { kind: "list", items, type: { kind: "list", element }, span };
}
