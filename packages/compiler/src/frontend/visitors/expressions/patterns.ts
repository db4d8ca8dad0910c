import {
  type Binder,
  type Expr,
  literal,
  mayBeAbsent,
  optional,
  required,
  stringType,
  type Type,
} from "@policyc/ir";
import { elementsOf } from "../../build/elements.js";
import { call, conditional, field, holdsAbsent, index, local, ofType, present } from "../../build/nodes.js";
import { groupTakenBy } from "../../builtins/group-read.js";
import { without } from "../../builtins/objects.js";
import { partOfMatch } from "../../builtins/optional-groups.js";
import type { Context } from "../../context.js";
import { unsupportedSyntax } from "../../diagnostics/syntax.js";
import { mixedTypes } from "../../diagnostics/types.js";
import { isA } from "../../syntax/tree.js";
import { fromTypeScript, isJavaScriptMap, oneOf, takenFrom } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { recordFieldsAt } from "../../types/record-fields.js";
import { typeOfSymbolAt } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { thatIsThere } from "./chain.js";
import { mayBeWithoutFields } from "./taken-for.js";

/**
 * Gives the names of a pattern to parts of a value: `{ key, values = [] }` reads fields of it, `[first]`
 * elements. Nothing is copied; the value should be a binder or a path.
 */
export function destructure(pattern: ts.BindingName, value: Expr, cx: Context): Context {
  if (ts.isIdentifier(pattern)) return cx.binding(pattern, { kind: "value", value });
  if (ts.isArrayBindingPattern(pattern)) {
    const list = listTakenApart(pattern, value, cx);
    return pattern.elements.reduce((inner, element, position) => {
      if (!ts.isBindingElement(element)) return inner;
      if (element.dotDotDotToken !== undefined) {
        return destructure(element.name, othersFrom(position, list, cx.span(element)), inner);
      }
      const type = cx.type(element.name);
      const span = cx.span(element);
      const value = index(list, literal(position, span), optional(type), span);
      return bindElement(element, partOfMatch(groupTakenBy(element), value), inner);
    }, cx);
  }
  return pattern.elements.reduce((inner, element) => {
    if (element.dotDotDotToken !== undefined)
      return destructure(element.name, othersOf(pattern, element, value, inner), inner);
    return bindElement(element, member(element, value, inner), inner);
  }, cx);
}

/** `others` of `[first, ...others]`; all there are of `[...all]`, which of a set are so in any order. */
function othersFrom(position: number, list: Expr, span: Expr["span"]): Expr {
  if (position === 0) return list;
  return call("list.slice", [list, literal(position, span)], span, required(list.type));
}

/** What `[first, ...others]` is taken out of: any list, the elements of a set, or the characters of a text. */
function listTakenApart(pattern: ts.ArrayBindingPattern, value: Expr, cx: Context): Expr {
  const { kind } = required(value.type);
  const span = cx.span(pattern);
  if (kind === "union") return cx.invalid(mixedTypes(span, "what this is taken out of"));
  if (kind !== "map") return elementsOf(value, span, cx);
  return cx.invalid(
    unsupportedSyntax(span, "what comes first in a `Map`", "use `map.get(key)`, or a loop over the map"),
  );
}

/** `name` or `[key]` of a value. */
function member(element: ts.BindingElement, value: Expr, cx: Context): Expr {
  const span = cx.span(element);
  const key = keyOf(element, cx);
  const type = cx.type(element.name);
  const wanted = element.initializer === undefined ? type : optional(withoutDefault(element, type));
  const of = required(value.type);
  const own = ownProperty(element, value, key, cx);
  if (own !== undefined) return own;
  // TypeScript may have forgotten that there are any keys, and take a default for all that there can be.
  if (of.kind === "map")
    return index(value, key, optional(of.value.kind === "unknown" ? widened(type) : of.value), span);
  const name = textOf(key);
  return name === undefined ? index(value, key, wanted, span) : field(value, name, wanted, span);
}

/** The elements of a list may be absent in its default alone. */
function withoutDefault(element: ts.BindingElement, type: Type): Type {
  const property = holdsAbsent(type) ? takenFrom(element) : undefined;
  return property === undefined ? type : required(fromTypeScript(typeOfSymbolAt(property, element)));
}

/** `{ length }` of a list, `{ size }` of a set or map, `{ 0: first }`: what is no field of any data. */
function ownProperty(element: ts.BindingElement, value: Expr, key: Expr, cx: Context): Expr | undefined {
  const { kind } = required(value.type);
  const name = textOf(key);
  const span = cx.span(element);
  if (name === "size" && isJavaScriptMap(typeAt(element.parent)))
    return call("map.size", [thatIsThere(value)], span);
  if (name === "size" && kind === "set") return call("set.size", [thatIsThere(value)], span);
  if (name === "length" && kind === "list") return call("list.length", [thatIsThere(value)], span);
  if (name !== undefined && kind === "list" && /^\d+$/.test(name))
    return index(value, literal(Number(name), span), optional(cx.type(element.name)), span);
  if (mayBeWithoutFields(required(value.type)))
    return cx.invalid(mixedTypes(span, "what this is taken out of"));
  if (kind !== "list" && kind !== "set" && kind !== "string") return undefined;
  return cx.invalid(
    unsupportedSyntax(
      span,
      `\`${key.kind === "literal" ? key.value : element.getText()}\` taken out of a ${kind === "string" ? "text" : kind}`,
      kind === "string"
        ? "use the text itself: `codePointLength(text)`, `text.startsWith(…)`"
        : "use `[first, ...others]`, `list.length`, or a loop over the list",
    ),
  );
}

function widened(type: Type): Type {
  return required(type).kind === "string" ? stringType : type;
}

/** `...others`: what the pattern does not name. */
function othersOf(
  pattern: ts.ObjectBindingPattern,
  element: ts.BindingElement,
  value: Expr,
  cx: Context,
): Expr {
  const span = cx.span(element);
  const named = pattern.elements.filter((one) => one !== element);
  const names = named.flatMap((one) => textOf(keyOf(one, cx)) ?? []);
  if (names.length < named.length)
    return cx.invalid(unsupportedSyntax(span, "what is left beside a computed name", namedOnly));
  if (required(value.type).kind === "map") return without(value, names, span, cx);
  const entries = recordFieldsAt(element.name).map(({ name, type, mayBeMissing }) => ({
    name,
    value: field(value, name, mayBeMissing ? optional(type) : type, span),
  }));
  return { kind: "record", entries, type: { kind: "record", name: "object" }, span };
}

const namedOnly = "name what is taken, or use `Object.entries(x).filter(…)` for what is left";

/** The name under which an element is found: written out, or computed. */
function keyOf(element: ts.BindingElement, cx: Context): Expr {
  const name = element.propertyName;
  if (isA(ts.isComputedPropertyName, name)) return cx.expression(name.expression);
  const text = isA(ts.isStringLiteral, name) ? name.text : (name?.getText() ?? element.name.getText());
  return literal(text, cx.span(element));
}

function textOf(key: Expr): string | undefined {
  return key.kind === "literal" && typeof key.value === "string" ? key.value : undefined;
}

/** One element, with its default. */
function bindElement(element: ts.BindingElement, value: Expr, cx: Context): Context {
  const initializer = element.initializer;
  if (initializer === undefined) return destructure(element.name, value, cx);
  const fallback = cx.expression(initializer);
  const span = cx.span(element);
  const type = oneOf([required(value.type), required(fallback.type)]);
  const filled: Expr = mayBeAbsent(fallback.type)
    ? conditional(present(value, span), value, fallback, optional(type), span)
    : { kind: "coalesce", of: ofType(value, type), fallback: ofType(fallback, type), type, span };
  return destructure(element.name, filled, cx);
}

/**
 * A binder for a pattern: the author's name, or one for the whole where he takes it apart, or calls it `_`, which no two
 * places in Rego share.
 */
export function binderFor(pattern: ts.BindingName, type: Expr["type"], whole: string, cx: Context): Binder {
  const isNamed = ts.isIdentifier(pattern) && !/^_+$/.test(pattern.getText());
  return { name: cx.names.unique(isNamed ? pattern.getText() : whole), type };
}

/** Binds a pattern to a fresh binder. */
export function bindPattern(pattern: ts.BindingName, binder: Binder, cx: Context): Context {
  return destructure(pattern, local(binder, cx.span(pattern)), cx);
}
