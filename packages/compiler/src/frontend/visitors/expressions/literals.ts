import {
  type Expr,
  type List,
  type ListItem,
  literal,
  mayBeAbsent,
  optional,
  required,
  stringType,
  type Type,
  unknownType,
} from "@policyc/ir";
import { elementsOf } from "../../build/elements.js";
import { ofType } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { unsupportedSyntax } from "../../diagnostics/syntax.js";
import { unprintable } from "../../diagnostics/text.js";
import { mayBeAbsentHere } from "../../diagnostics/types.js";
import { evaluate } from "../../static/evaluate.js";
import { elementOf } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { typeText } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { pairsOf } from "../loops/iteration.js";
import { unsupportedExpression } from "../unsupported.js";
import { bare } from "./bare.js";
import { isThere } from "./said-there.js";

/** `` `text ${value}` ``. */
export function template(node: ts.TemplateExpression, cx: Context): Expr {
  const parts: Expr[] = [];
  const head = node.head;
  if (head.text !== "") parts.push(literal(head.text, cx.span(head)));
  for (const piece of node.templateSpans) {
    parts.push(printable(piece.expression, cx));
    const text = piece.literal.text;
    if (text !== "") parts.push(literal(text, cx.span(piece.literal)));
  }
  return { kind: "concat", parts, type: stringType, span: cx.span(node) };
}

/** ``String.raw`\d+` `` */
export function taggedTemplate(node: ts.TaggedTemplateExpression, cx: Context): Expr {
  const text = evaluate(node);
  return typeof text === "string"
    ? literal(text, cx.span(node))
    : cx.invalid(unsupportedExpression(node, cx));
}

/** A part of a text: a string, a number or a Boolean that is there. */
export function printable(node: ts.Expression, cx: Context): Expr {
  const value = cx.expression(node);
  if (value.kind === "invalid") return value;
  // TypeScript prints what may be absent, and so asks for no `!` where a test has shown that it is there.
  if (mayBeAbsent(value.type) && !isThere(bare(node)))
    return cx.invalid(mayBeAbsentHere(cx.span(node), `\`${node.getText()}\``));
  const type = required(value.type);
  return isPrintable(type)
    ? { ...value, type }
    : cx.invalid(unprintable(cx.span(node), typeText(typeAt(node), node)));
}

export function isPrintable(type: Type): boolean {
  if (type.kind === "union") return type.members.every(isPrintable);
  return type.kind === "string" || type.kind === "number" || type.kind === "boolean";
}

/** `[a, ...b]`. */
export function arrayLiteral(node: ts.ArrayLiteralExpression, cx: Context): Expr {
  return listOfElements(node.elements, cx.span(node), cx);
}

/** A list of what is written one beside the other. */
export function listOfElements(elements: readonly ts.Expression[], span: Expr["span"], cx: Context): List {
  const items = listItems(elements, cx);
  const element = elementOf(
    items.map(({ spread, value }) => {
      if (spread && value.type.kind === "list") return value.type.element;
      return value.type.kind === "absent" ? optional(unknownType) : value.type;
    }),
  );
  // A list in a list is as those who read any of them expect it.
  const alike = items.map((item) => (item.spread ? item : { ...item, value: ofType(item.value, element) }));
  return { kind: "list", items: alike, type: { kind: "list", element }, span };
}

export function listItems(elements: readonly ts.Expression[], cx: Context): readonly ListItem[] {
  return elements.map((element) =>
    ts.isSpreadElement(element)
      ? { spread: true, value: iterable(element.expression, cx) }
      : { spread: false, value: cx.expression(element) },
  );
}

/** A list that is there, or a diagnostic. */
export function iterable(node: ts.Expression, cx: Context): Expr {
  const value = cx.expression(node);
  if (value.kind !== "invalid" && mayBeAbsent(value.type) && value.type.kind !== "unknown") {
    return cx.invalid(mayBeAbsentHere(cx.span(node), `\`${node.getText()}\``));
  }
  if (value.type.kind === "map") return pairsOf(node, cx.span(node), cx);
  const elements = elementsOf(value, cx.span(node), cx);
  if (elements.kind !== "invalid" && elements.type.kind !== "list") {
    return cx.invalid(
      unsupportedSyntax(
        cx.span(node),
        "a spread of something that is no list",
        "use a list, or `...new Set(list)` for each value once",
      ),
    );
  }
  return elements;
}

export function isTextual(type: Type): boolean {
  return required(type).kind === "string";
}
