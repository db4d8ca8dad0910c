import { resolve } from "../../syntax/resolve.js";
import { declaringStatement, isA, isConst } from "../../syntax/tree.js";
import { checkerOf } from "../../types/checker.js";
import { isOf } from "../../types/flags.js";
import { typeAt } from "../../types/kept.js";
import { elementTypeOf, formsOf, tupleElements } from "../../types/shape.js";
import { ts } from "../../typescript.js";

/**
 * `Object.keys(table) as (keyof typeof table)[]`, and the same of `entries`: TypeScript says `string[]`, since an object
 * may have more keys than its type. One that is written out has no others.
 */
export function namesWrittenKeys(
  node: ts.AsExpression,
  stripped: (node: ts.Expression) => ts.Expression,
): boolean {
  const call = stripped(node.expression);
  const callee = ts.isCallExpression(call) ? call.expression : undefined;
  if (!ts.isCallExpression(call) || !isA(ts.isPropertyAccessExpression, callee)) return false;
  const [argument] = call.arguments;
  if (callee.expression.getText() !== "Object" || argument === undefined) return false;
  const keys = keysWritten(stripped(argument), stripped);
  const element = elementTypeOf(typeAt(node));
  if (keys === undefined || element === undefined) return false;
  if (callee.name.text === "keys") return hasAll(element, keys);
  const [key, value] = tupleElements(element);
  if (callee.name.text !== "entries" || key === undefined || value === undefined) return false;
  const given = tupleElements(elementTypeOf(typeAt(call)))[1];
  return (
    given !== undefined &&
    !isOf(given, ts.TypeFlags.Any) &&
    checkerOf(node).isTypeAssignableTo(given, value) &&
    hasAll(key, keys)
  );
}

/** Does the type name each of the keys, one by one? */
export function hasAll(type: ts.Type, keys: readonly string[]): boolean {
  const options = formsOf(type);
  const names = options.map((option) => (option.isStringLiteral() ? option.value : undefined));
  return keys.every((key) => names.includes(key));
}

/** JavaScript puts keys that are numbers before the others. */
export function isNumberKey(key: string): boolean {
  return /^\d+$/.test(key);
}

/** The keys of an object literal, in their order, or of a name that holds one. */
export function keysWritten(
  table: ts.Expression,
  stripped: (node: ts.Expression) => ts.Expression,
  held: (name: ts.Identifier) => ts.Expression | undefined = heldByConst,
): readonly string[] | undefined {
  if (ts.isIdentifier(table)) {
    const value = held(table);
    return value === undefined ? undefined : keysWritten(stripped(value), stripped, held);
  }
  if (!ts.isObjectLiteralExpression(table)) return undefined;
  const names = table.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return keysWritten(stripped(property.expression), stripped, held);
    const name = property.name;
    if (ts.isStringLiteral(name)) return name.text;
    return ts.isIdentifier(name) ? name.getText() : undefined;
  });
  return names.every((name) => name !== undefined) ? [...new Set(names)] : undefined;
}

function heldByConst(name: ts.Identifier): ts.Expression | undefined {
  const declaration = resolve(name)?.valueDeclaration;
  const isFixed = isA(ts.isVariableDeclaration, declaration) && isConst(declaringStatement(declaration));
  return isFixed ? declaration.initializer : undefined;
}
