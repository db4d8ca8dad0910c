import {
  type Binder,
  type Expr,
  type Iteration,
  integerType,
  mayBeAbsent,
  required,
  stringType,
  type Type,
} from "@policyc/ir";
import { type BindingName, type CallExpression, type Expression, Node } from "ts-morph";
import { elementType } from "../build.js";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { bare } from "./operators.js";
import { binderFor, bindPattern } from "./patterns.js";

/** A loop and the context of its body. */
export interface Loop {
  readonly iteration: Iteration;
  readonly cx: Context;
}

/** What a loop runs over: a list, or the entries or values of a map or object. */
interface Source {
  readonly over: Expr;
  readonly entries: boolean;
}

/** Opens a loop over `source` that binds `pattern`, and for lists perhaps the index. */
export function openLoop(
  source: Expression,
  pattern: BindingName | undefined,
  indexPattern: BindingName | undefined,
  cx: Context,
): Loop {
  const { over, entries } = loopSource(source, cx);
  const inner = cx.insideLoop();
  if (entries) return openEntries(over, pattern, source, inner);
  const type = elementType(over);
  const binder: Binder =
    pattern === undefined
      ? { name: cx.names.unique("item"), type }
      : binderFor(pattern, type, singular(source), cx);
  const bound = pattern === undefined ? inner : bindPattern(pattern, binder, inner);
  if (indexPattern === undefined) return { iteration: { over, binder }, cx: bound };
  const key = binderFor(indexPattern, integerType, "index", cx);
  return { iteration: { over, binder, key }, cx: bindPattern(indexPattern, key, bound) };
}

function openEntries(over: Expr, pattern: BindingName | undefined, source: Expression, cx: Context): Loop {
  const names = pattern !== undefined && Node.isArrayBindingPattern(pattern) ? pattern.getElements() : [];
  const [keyElement, valueElement] = names;
  if (pattern !== undefined && !Node.isArrayBindingPattern(pattern)) {
    cx.report(unsupportedSyntax(cx.span(pattern), "an entry that is not taken apart", "use `[key, value]`"));
  }
  const valueType: Type = elementType(over);
  const keyName = Node.isBindingElement(keyElement) ? keyElement.getNameNode() : undefined;
  const valueName = Node.isBindingElement(valueElement) ? valueElement.getNameNode() : undefined;
  const key: Binder =
    keyName === undefined
      ? { name: cx.names.unique("key"), type: stringType }
      : binderFor(keyName, stringType, "key", cx);
  const binder: Binder =
    valueName === undefined
      ? { name: cx.names.unique("value"), type: valueType }
      : binderFor(valueName, valueType, singular(source), cx);
  const withKey = keyName === undefined ? cx : bindPattern(keyName, key, cx);
  return {
    iteration: { over, binder, key },
    cx: valueName === undefined ? withKey : bindPattern(valueName, binder, withKey),
  };
}

function loopSource(written: Expression, cx: Context): Source {
  const node = bare(written);
  const call = objectCall(node);
  if (call === undefined || call.method === "keys")
    return { over: listThatIsThere(node, cx), entries: false };
  return { over: listThatIsThere(call.argument, cx), entries: call.method === "entries" };
}

function listThatIsThere(node: Expression, cx: Context): Expr {
  const over = cx.expression(node);
  if (over.kind === "invalid") return over;
  if (mayBeAbsent(over.type) && over.type.kind !== "unknown")
    return cx.invalid(mayBeAbsentHere(cx.span(node), `\`${node.getText()}\``));
  const { kind } = required(over.type);
  if (kind === "list" || kind === "map" || kind === "record" || kind === "set") return over;
  return cx.invalid(
    unsupportedSyntax(cx.span(node), "a loop over this", "use a list, or `Object.entries(…)`"),
  );
}

/** `Object.keys(x)`, `Object.values(x)`, `Object.entries(x)`. */
export function objectCall(
  node: Expression,
): { method: "keys" | "values" | "entries"; argument: Expression; call: CallExpression } | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const callee = node.getExpression();
  const [argument] = node.getArguments();
  if (
    !Node.isPropertyAccessExpression(callee) ||
    callee.getExpression().getText() !== "Object" ||
    !Node.isExpression(argument)
  )
    return undefined;
  const method = callee.getName();
  return method === "keys" || method === "values" || method === "entries"
    ? { method, argument, call: node }
    : undefined;
}

/** A name for one element of `containers` or `object.spec.rules ?? []`. */
function singular(source: Expression): string {
  const names = source.getText().match(/[A-Za-z]+/g) ?? [];
  const name = names.at(-1) ?? "item";
  if (/[^s]s$/.test(name) && name.length > 3)
    return name.endsWith("ies") ? `${name.slice(0, -3)}y` : name.slice(0, -1);
  return "entry";
}
