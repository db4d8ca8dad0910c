import { type Expr, literal } from "@policyc/ir";
import {
  type ElementAccessExpression,
  type EnumDeclaration,
  type EnumMember,
  type Expression,
  Node,
  type PropertyAccessExpression,
} from "ts-morph";
import type { Context } from "../context.js";
import { resolve } from "../resolve.js";

/** `Level.high`, `Level["high"]`: what the member of an enum stands for. */
export function memberOfEnum(
  node: PropertyAccessExpression | ElementAccessExpression,
  cx: Context,
): Expr | undefined {
  const value = enumValue(node);
  return value === undefined ? undefined : literal(value, cx.span(node));
}

/** The same, as it is known at build time. */
export function enumValue(
  node: PropertyAccessExpression | ElementAccessExpression,
): string | number | undefined {
  const name = Node.isPropertyAccessExpression(node) ? node.getName() : textOf(node.getArgumentExpression());
  return enumCalled(node.getExpression())
    ?.getMembers()
    .find((member) => nameOf(member) === name)
    ?.getValue();
}

/** An enum whose members are all texts is an object with them; one of numbers has their names beside. */
export function enumOfTexts(node: Expression, cx: Context): Expr | undefined {
  const members = enumCalled(node)?.getMembers() ?? [];
  const entries = members.flatMap((member) => {
    const value = member.getValue();
    return typeof value === "string" ? [{ name: nameOf(member), value: literal(value, cx.span(node)) }] : [];
  });
  if (entries.length === 0 || entries.length < members.length) return undefined;
  return { kind: "record", entries, type: { kind: "record", name: "object" }, span: cx.span(node) };
}

function enumCalled(node: Expression): EnumDeclaration | undefined {
  const declaration = Node.isIdentifier(node) ? resolve(node)?.getValueDeclaration() : undefined;
  return Node.isEnumDeclaration(declaration) ? declaration : undefined;
}

function nameOf(member: EnumMember): string {
  const name = member.getNameNode();
  return Node.isStringLiteral(name) ? name.getLiteralValue() : name.getText();
}

function textOf(node: Expression | undefined): string | undefined {
  return Node.isStringLiteral(node) ? node.getLiteralValue() : undefined;
}
