import { resolve } from "../../syntax/resolve.js";
import { fieldNameOf, isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";

/** A constant of a class, which nothing can give another value. */
export interface StaticField {
  readonly declaration: ts.PropertyDeclaration;
  readonly value: ts.Expression;
}

/** `Limits.most` of `class Limits { static readonly most = 3 }`. */
export function staticField(node: ts.PropertyAccessExpression): StaticField | undefined {
  const member = staticMember(node);
  const isField = isA(ts.isPropertyDeclaration, member) && has(member, ts.SyntaxKind.ReadonlyKeyword);
  return isField && member.initializer !== undefined
    ? { declaration: member, value: member.initializer }
    : undefined;
}

/** `Checks.isRoot` of `class Checks { static isRoot(c: Container) { … } }`. */
export function staticMethod(node: ts.PropertyAccessExpression): ts.MethodDeclaration | undefined {
  const member = staticMember(node);
  return isA(ts.isMethodDeclaration, member) && member.body !== undefined ? member : undefined;
}

function staticMember(node: ts.PropertyAccessExpression): ts.ClassElement | undefined {
  const of = node.expression;
  const declaration = ts.isIdentifier(of) ? resolve(of)?.valueDeclaration : undefined;
  if (!isA(ts.isClassDeclaration, declaration)) return undefined;
  return declaration.members.find(
    (member) => has(member, ts.SyntaxKind.StaticKeyword) && fieldNameOf(member.name) === node.name.text,
  );
}

function has(member: ts.ClassElement, modifier: ts.SyntaxKind): boolean {
  const modifiers = ts.canHaveModifiers(member) ? ts.getModifiers(member) : undefined;
  return modifiers?.some(({ kind }) => kind === modifier) ?? false;
}
