import { isOfSdk } from "../syntax/of-sdk.js";
import { resolve } from "../syntax/resolve.js";
import { descendantsOf, isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { typeAt } from "./kept.js";
import { declaringNodes } from "./symbols.js";

/**
 * The declarations that may say how the values of a field are bound: its own, and those of the names that its type is
 * written with, through `type A = B` and `T["cpu"]`. The fields of an object have types of their own.
 */
export function bindingDeclarations(field: ts.Declaration): readonly ts.Declaration[] {
  const found = new Set([field]);
  // A set is gone through to its end, also where it grows meanwhile.
  for (const one of found) {
    if (descendantsOf(one, ts.isTypeLiteralNode).length > 0) continue;
    for (const used of descendantsOf(one, isUse).flatMap(fieldOrAlias)) found.add(used);
  }
  // What is said nearer to the field wins.
  return [...found].reverse();
}

type Use = ts.TypeReferenceNode | ts.IndexedAccessTypeNode;

function isUse(node: ts.Node): node is Use {
  return ts.isTypeReferenceNode(node) || ts.isIndexedAccessTypeNode(node);
}

function fieldOrAlias(use: Use): readonly ts.Declaration[] {
  if (ts.isIndexedAccessTypeNode(use)) return declaringNodes(fieldOf(use));
  return declarationsOf(use.typeName).filter(ts.isTypeAliasDeclaration);
}

/** All declarations that a type is written with, into the fields of its objects: each might hold a value to something. */
export function declarationsBehind(written: readonly ts.Node[]): ReadonlySet<ts.Declaration> {
  const found = new Set<ts.Declaration>();
  const visit = (node: ts.Node): void => {
    for (const declaration of named(node)) {
      if (found.has(declaration) || isForeign(declaration)) continue;
      found.add(declaration);
      ts.forEachChild(declaration, visit);
    }
    if (!isSaidByName(node)) ts.forEachChild(node, visit);
  };
  written.forEach(visit);
  return found;
}

/** The declarations that a part of a type stands for. */
function named(node: ts.Node): readonly ts.Declaration[] {
  if (isField(node)) return [node];
  if (ts.isIndexedAccessTypeNode(node)) return declaringNodes(fieldOf(node));
  const name = nameOf(node);
  if (name === undefined) return [];
  return isSelection(name) ? typeAt(node).getProperties().flatMap(declaringNodes) : declarationsOf(name);
}

/** Is nothing else meant by it than what it names? Of `keyof T` and `Omit<T, "a">` not all of `T` is. */
function isSaidByName(node: ts.Node): boolean {
  if (ts.isTypeOperatorNode(node)) return node.operator === ts.SyntaxKind.KeyOfKeyword;
  if (ts.isIndexedAccessTypeNode(node)) return fieldOf(node) !== undefined;
  const name = nameOf(node);
  return isField(node) || (name !== undefined && isSelection(name));
}

/** `T` of `a: T` and of `extends T`. */
function nameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isTypeReferenceNode(node)) return node.typeName;
  return ts.isExpressionWithTypeArguments(node) ? node.expression : undefined;
}

type Field = ts.PropertySignature | ts.PropertyDeclaration | ts.GetAccessorDeclaration;

function isField(node: ts.Node): node is Field {
  return ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isGetAccessorDeclaration(node);
}

function isForeign(declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().isDeclarationFile || isOfSdk(declaration);
}

/** `Pick<T, "a">` and `Omit<T, "a">`: the fields that are left keep what was said of them, and the others are not meant. */
function isSelection(name: ts.Node): boolean {
  return /^(?:Pick|Omit)$/.test(name.getText()) && declarationsOf(name).every(isForeign);
}

/** `cpu` of `T["cpu"]`. */
function fieldOf({ objectType, indexType }: ts.IndexedAccessTypeNode): ts.Symbol | undefined {
  const name = ts.isLiteralTypeNode(indexType) ? indexType.literal : undefined;
  return isA(ts.isStringLiteral, name) ? typeAt(objectType).getProperty(name.text) : undefined;
}

function declarationsOf(name: ts.Node): readonly ts.Declaration[] {
  const last = ts.isQualifiedName(name) ? name.right : name;
  return ts.isIdentifier(last) ? declaringNodes(resolve(last)) : [];
}
