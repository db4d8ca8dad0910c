import { optional, type Type } from "@policyc/ir";
import { Node, type Type as TsType } from "ts-morph";
import { fromTypeScript } from "./from-typescript.js";
import { typeAt } from "./kept.js";

/**
 * What TypeScript knows of a value where it is read. It knows too much after `if (flag ?? true) return;`: that the flag
 * is `undefined`, where it may be `false` (seen in TypeScript 6.0). What can only be absent there is taken as declared.
 */
export function readType(node: Node): Type {
  const type = typeAt(node);
  if (!type.isUndefined() && !type.isNever()) return fromTypeScript(type);
  const declared = declaredType(node);
  const isKnown = declared !== undefined && !declared.isNever();
  return isKnown ? optional(fromTypeScript(declared)) : fromTypeScript(type);
}

/** The type that a name or field was declared with, whatever tests before it have shown. */
export function declaredType(node: Node): TsType | undefined {
  if (Node.isPropertyAccessExpression(node)) return node.getNameNode().getSymbol()?.getTypeAtLocation(node);
  if (Node.isIdentifier(node)) {
    const declaration = node.getSymbol()?.getValueDeclaration();
    return declaration === undefined ? undefined : node.getSymbol()?.getTypeAtLocation(declaration);
  }
  if (!Node.isElementAccessExpression(node)) return undefined;
  const of = typeAt(node.getExpression()).getNonNullableType();
  return of.isArray() || of.isReadonlyArray() ? of.getArrayElementType() : of.getStringIndexType();
}
