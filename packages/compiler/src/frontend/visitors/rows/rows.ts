import { absent, type Expr, literal, mayBeAbsent, required } from "@policyc/ir";
import type { Context } from "../../context.js";
import { unsupportedSyntax } from "../../diagnostics/syntax.js";
import type { Written } from "../../scope.js";
import { fieldTakenBy, isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { destructure } from "../expressions/patterns.js";
import type { Row } from "./tables.js";
import { entriesOf, holdsFunctions, memberOf, writtenAt } from "./written.js";

/** Gives the names of a pattern to the parts of one row of a table. */
export function bindRow(pattern: ts.BindingName | undefined, { value, key }: Row, cx: Context): Context {
  if (pattern === undefined) return cx;
  if (key === undefined) return bindWritten(pattern, value, cx);
  const [keyName, valueName] = ts.isArrayBindingPattern(pattern) ? pattern.elements : [];
  const named = isA(ts.isBindingElement, keyName)
    ? cx.binding(keyName.name, { kind: "value", value: literal(key, cx.span(pattern)) })
    : cx;
  return isA(ts.isBindingElement, valueName) ? bindWritten(valueName.name, value, named) : named;
}

function bindWritten(pattern: ts.BindingName, { node, scope }: Written, cx: Context): Context {
  if (ts.isIdentifier(pattern)) return cx.binding(pattern, { kind: "written", node, scope });
  const written = writtenAt(node, cx.seeing(scope));
  if (ts.isObjectBindingPattern(pattern) && isWrittenOut(written, cx) && pattern.elements.every(isNamed)) {
    return pattern.elements.reduce((inner, element) => {
      const name = fieldTakenBy(element);
      return bindPart(element, name === undefined ? undefined : memberOf(written, name, cx), inner);
    }, cx);
  }
  if (
    ts.isArrayBindingPattern(pattern) &&
    ts.isArrayLiteralExpression(written.node) &&
    !pattern.elements.some(isOthers)
  ) {
    const elements = written.node.elements;
    return pattern.elements.reduce((inner, element, position) => {
      const node = elements[position];
      return ts.isBindingElement(element)
        ? bindPart(element, node && { node, scope: written.scope }, inner)
        : inner;
    }, cx);
  }
  // Without a function in it a row is a value like any other.
  if (ts.isExpression(written.node) && !holdsFunctions(written.node))
    return destructure(pattern, cx.seeing(written.scope).expression(written.node), cx);
  cx.report(
    unsupportedSyntax(
      cx.span(pattern),
      "taking this apart",
      "use fields of the row where they are needed, `rule.test(c)`, or rows that are written out in the list",
    ),
  );
  return cx;
}

/** One part of a row, or its default where the row lacks it. */
function bindPart(element: ts.BindingElement, part: Written | undefined, cx: Context): Context {
  const [name, fallback] = [element.name, element.initializer];
  const given = part?.node.getText() === "undefined" ? undefined : part;
  if (given === undefined)
    return fallback === undefined
      ? missing(element, cx)
      : bindWritten(name, { node: fallback, scope: cx.scope }, cx);
  const { node, scope } = given;
  if (fallback === undefined || !ts.isExpression(node) || holdsFunctions(node))
    return bindWritten(name, given, cx);
  const value = cx.seeing(scope).expression(node);
  if (!mayBeAbsent(value.type)) return bindWritten(name, given, cx);
  const type = required(value.type);
  const filled: Expr = {
    kind: "coalesce",
    of: value,
    fallback: cx.expression(fallback),
    type,
    span: value.span,
  };
  return destructure(name, filled, cx);
}

/** Is it known which field an element takes? */
function isNamed(element: ts.BindingElement): boolean {
  return !isOthers(element) && fieldTakenBy(element) !== undefined;
}

/** `...others`: no field, but a row that nobody has written. */
function isOthers(element: ts.Node): boolean {
  return ts.isBindingElement(element) && element.dotDotDotToken !== undefined;
}

/** Are all fields of the row known? */
function isWrittenOut({ node, scope }: Written, cx: Context): boolean {
  return ts.isObjectLiteralExpression(node) && entriesOf(node, scope, cx) !== undefined;
}

/** A field that this row does not have. */
function missing(element: ts.BindingElement, cx: Context): Context {
  const value = absent(cx.span(element));
  return cx.binding(element.name, { kind: "value", value });
}
