import { ts } from "../typescript.js";
import { checkerOf } from "./checker.js";
import { isOf } from "./flags.js";

/** How TypeScript would write a type, in a message. */
export function typeText(type: ts.Type, at: ts.Node): string {
  return checkerOf(at).typeToString(type, undefined, written);
}

const { UseTypeOfFunction, NoTruncation, WriteTypeArgumentsOfSignature } = ts.TypeFormatFlags;
const written = UseTypeOfFunction | NoTruncation | WriteTypeArgumentsOfSignature;

/** What a function returns, declared or not. */
export function returnTypeOf(fn: ts.SignatureDeclaration): ts.Type {
  const checker = checkerOf(fn);
  const signature = checker.getSignatureFromDeclaration(fn);
  return signature === undefined ? checker.getTypeAtLocation(fn) : signature.getReturnType();
}

/** The members of a union, or the type itself. */
export function formsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

export function isNullable(type: ts.Type): boolean {
  const absent = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
  return type.isUnion() && type.types.some((member) => isOf(member, absent));
}

/** `"a"`, `1`, `true`. */
export function isLiteral(type: ts.Type): boolean {
  return type.isLiteral() || isOf(type, ts.TypeFlags.BooleanLiteral);
}

/** `T[]`, `readonly T[]`. */
export function isArray(type: ts.Type): boolean {
  const name = type.getSymbol()?.name;
  return (name === "Array" || name === "ReadonlyArray") && typeArguments(type).length === 1;
}

/** `T` of `T[]`. */
export function elementTypeOf(type: ts.Type): ts.Type | undefined {
  return isArray(type) ? typeArguments(type)[0] : undefined;
}

/** `[A, B]`. */
export function isTuple(type: ts.Type): boolean {
  const { target } = type as ts.TypeReference;
  return target !== undefined && (target.objectFlags & ts.ObjectFlags.Tuple) !== 0;
}

/** `[A?, B?]`. */
export function mayBeEmptyTuple(type: ts.Type): boolean {
  return isTuple(type) && (type as ts.TupleTypeReference).target.minLength === 0;
}

/** `A` and `B` of `[A, B]`; of another type none. */
export function tupleElements(type: ts.Type | undefined): readonly ts.Type[] {
  return type !== undefined && isTuple(type) ? typeArguments(type) : [];
}

/** `A` and `B` of `Map<A, B>` and of `[A, B]`. */
export function typeArguments(type: ts.Type): readonly ts.Type[] {
  return (type as ts.TypeReference).typeArguments ?? [];
}
