import { type Expr, literal, type Type } from "@policyc/ir";
import type { Context } from "../../context.js";
import { resolve } from "../../syntax/resolve.js";
import { fieldNameOf, isA } from "../../syntax/tree.js";
import { checkerOf } from "../../types/checker.js";
import { declaringNodes } from "../../types/symbols.js";
import { ts } from "../../typescript.js";

/** `Level.high`, `Level["high"]`: what the member of an enum stands for. */
export function memberOfEnum(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  cx: Context,
): Expr | undefined {
  const value = enumValue(node);
  return value === undefined ? undefined : literal(value, cx.span(node));
}

/** The same, as it is known at build time. */
export function enumValue(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): string | number | undefined {
  const name = ts.isPropertyAccessExpression(node) ? node.name.text : textOf(node.argumentExpression);
  const member = membersOf(node.expression).find((one) => fieldNameOf(one.name) === name);
  return member === undefined ? undefined : checkerOf(member).getConstantValue(member);
}

/** An enum whose members are all texts is an object with them; one of numbers has their names beside. */
export function enumOfTexts(node: ts.Expression, cx: Context): Expr | undefined {
  const members = membersOf(node);
  const entries = members.flatMap((member) => {
    const value = checkerOf(member).getConstantValue(member);
    const name = fieldNameOf(member.name);
    return typeof value === "string" && name !== undefined
      ? [{ name, value: literal(value, cx.span(node)) }]
      : [];
  });
  if (entries.length === 0 || entries.length < members.length) return undefined;
  return { kind: "record", entries, type: { kind: "record", name: "object" }, span: cx.span(node) };
}

/** `Object.values(Level)` of an enum: in the order in which it is written, which every engine keeps in a list. */
export function valuesOfEnum(node: ts.Expression, cx: Context): Expr | undefined {
  const members = enumOfTexts(node, cx);
  if (members?.kind !== "record") return undefined;
  const items = members.entries.map(({ value }) => ({ spread: false, value }));
  const literals = items.flatMap(({ value }) => (value.kind === "literal" ? [String(value.value)] : []));
  const type: Type = { kind: "list", element: { kind: "string", literals } };
  return { kind: "list", items, type, span: cx.span(node) };
}

/** An enum may be declared in several places, each with some of its members. */
function membersOf(node: ts.Expression): readonly ts.EnumMember[] {
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  return declaringNodes(symbol)
    .filter(ts.isEnumDeclaration)
    .flatMap(({ members }) => members);
}

function textOf(node: ts.Expression | undefined): string | undefined {
  return isA(ts.isStringLiteral, node) ? node.text : undefined;
}
