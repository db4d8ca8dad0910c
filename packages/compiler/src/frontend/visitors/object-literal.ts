import { type Expr, mayBeAbsent, optional, type RecordEntry, required } from "@policyc/ir";
import { type Expression, Node, type ObjectLiteralElementLike, type ObjectLiteralExpression } from "ts-morph";
import { field } from "../build.js";
import { there } from "../builtins/arguments.js";
import { merged } from "../builtins/objects.js";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { fromTypeScript } from "../types/from-typescript.js";

/** `{ a: 1, b, ...others }`. */
export function objectLiteral(node: ObjectLiteralExpression, cx: Context): Expr {
  const properties = node.getProperties();
  const refused = properties.find((property) => !isField(property) && !Node.isSpreadAssignment(property));
  if (refused !== undefined) return refusal(refused, cx);
  if (properties.some((property) => isMapSpread(property, cx))) return mergedMaps(node, cx);
  const entries = properties.reduce<readonly RecordEntry[]>(
    (before, property) => replacing(before, entriesOf(property, cx)),
    [],
  );
  return { kind: "record", entries, type: { kind: "record", name: "object" }, span: cx.span(node) };
}

function isField(property: ObjectLiteralElementLike): boolean {
  if (Node.isShorthandPropertyAssignment(property)) return true;
  return Node.isPropertyAssignment(property) && !Node.isComputedPropertyName(property.getNameNode());
}

function refusal(property: ObjectLiteralElementLike, cx: Context): Expr {
  const [what, instead] = Node.isPropertyAssignment(property)
    ? ["a computed field name", "use `Object.fromEntries([[name, value]])`"]
    : ["this part of an object literal", "use fields: `{ name: value }`"];
  return cx.invalid(unsupportedSyntax(cx.span(property), what, instead));
}

function entriesOf(property: ObjectLiteralElementLike, cx: Context): readonly RecordEntry[] {
  if (Node.isSpreadAssignment(property)) return fieldsOf(property.getExpression(), cx);
  if (Node.isShorthandPropertyAssignment(property))
    return [{ name: property.getName(), value: cx.expression(property.getNameNode()) }];
  if (!Node.isPropertyAssignment(property)) return [];
  const name = property.getNameNode();
  const text = Node.isStringLiteral(name) ? name.getLiteralValue() : name.getText();
  return [{ name: text, value: cx.expression(property.getInitializerOrThrow()) }];
}

/** The fields that TypeScript knows of an object, each of which it may lack. */
export function fieldsOf(node: Expression, cx: Context): readonly RecordEntry[] {
  const of = there(node, cx);
  return node
    .getType()
    .getProperties()
    .map((property) => {
      const declared = fromTypeScript(property.getTypeAtLocation(node));
      const type = property.isOptional() ? optional(declared) : declared;
      return { name: property.getName(), value: field(of, property.getName(), type, cx.span(node)) };
    });
}

/** A later field wins, unless it may be missing: then the one before stands in for it. */
function replacing(before: readonly RecordEntry[], added: readonly RecordEntry[]): readonly RecordEntry[] {
  const earlier = new Map(before.map(({ name, value }) => [name, value]));
  const filled = added.map(({ name, value }): RecordEntry => {
    const fallback = earlier.get(name);
    if (fallback === undefined || !mayBeAbsent(value.type)) return { name, value };
    const type = mayBeAbsent(fallback.type) ? value.type : required(value.type);
    return { name, value: { kind: "coalesce", of: value, fallback, type, span: value.span } };
  });
  const names = new Set(added.map(({ name }) => name));
  return [...before.filter(({ name }) => !names.has(name)), ...filled];
}

function isMapSpread(property: ObjectLiteralElementLike, cx: Context): boolean {
  return Node.isSpreadAssignment(property) && required(cx.type(property.getExpression())).kind === "map";
}

/** Spreads of objects with any keys, with the fields between them. */
function mergedMaps(node: ObjectLiteralExpression, cx: Context): Expr {
  const parts: Expr[] = [];
  let pending: RecordEntry[] = [];
  const type = cx.type(node);
  const span = cx.span(node);
  const flush = (): void => {
    if (pending.length > 0) parts.push({ kind: "record", entries: pending, type, span });
    pending = [];
  };
  for (const property of node.getProperties()) {
    if (!Node.isSpreadAssignment(property)) {
      pending.push(...entriesOf(property, cx));
      continue;
    }
    flush();
    parts.push(there(property.getExpression(), cx));
  }
  flush();
  return parts.find(({ kind }) => kind === "invalid") ?? merged(parts, node, cx);
}
