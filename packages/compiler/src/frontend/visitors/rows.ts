import { type BindingElement, type BindingName, Node } from "ts-morph";
import { literal } from "../build.js";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { type Row, type Written, writtenAt } from "./written.js";

/** Gives the names of a pattern to the parts of one row of a table. */
export function bindRow(pattern: BindingName | undefined, { value, key }: Row, cx: Context): Context {
  if (pattern === undefined) return cx;
  if (key === undefined) return bindWritten(pattern, value, cx);
  const [keyName, valueName] = Node.isArrayBindingPattern(pattern) ? pattern.getElements() : [];
  const named = Node.isBindingElement(keyName)
    ? cx.binding(keyName.getNameNode(), { kind: "value", value: literal(key, cx.span(pattern)) })
    : cx;
  return Node.isBindingElement(valueName) ? bindWritten(valueName.getNameNode(), value, named) : named;
}

function bindWritten(pattern: BindingName, { node, scope }: Written, cx: Context): Context {
  if (Node.isIdentifier(pattern)) return cx.binding(pattern, { kind: "written", node, scope });
  const written = writtenAt(node, cx.seeing(scope));
  if (Node.isObjectBindingPattern(pattern) && Node.isObjectLiteralExpression(written.node)) {
    const { node: of } = written;
    return pattern.getElements().reduce((inner, element) => {
      const name = element.getPropertyNameNode()?.getText() ?? element.getName();
      const property = of.getProperty(name);
      const member = Node.isPropertyAssignment(property) ? property.getInitializer() : property;
      if (Node.isExpression(member) || Node.isMethodDeclaration(member))
        return bindWritten(element.getNameNode(), { node: member, scope: written.scope }, inner);
      const given = element.getInitializer();
      return given === undefined
        ? missing(element, inner)
        : bindWritten(element.getNameNode(), { node: given, scope: inner.scope }, inner);
    }, cx);
  }
  if (Node.isArrayBindingPattern(pattern) && Node.isArrayLiteralExpression(written.node)) {
    const elements = written.node.getElements();
    return pattern.getElements().reduce((inner, element, position) => {
      const member = elements[position];
      return !Node.isBindingElement(element) || member === undefined
        ? inner
        : bindWritten(element.getNameNode(), { node: member, scope: written.scope }, inner);
    }, cx);
  }
  cx.report(
    unsupportedSyntax(
      cx.span(pattern),
      "taking this apart",
      "use a table of objects that are written out: `{ name: …, test: (c) => … }`",
    ),
  );
  return cx;
}

/** A field that this row does not have. */
function missing(element: BindingElement, cx: Context): Context {
  const value = { kind: "absent", type: { kind: "absent" }, span: cx.span(element) } as const;
  return cx.binding(element.getNameNode(), { kind: "value", value });
}
