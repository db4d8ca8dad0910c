import { type AsExpression, type Expression, Node, type Type as TsType } from "ts-morph";
import { resolve } from "../resolve.js";

/**
 * `Object.keys(table) as (keyof typeof table)[]`, and the same of `entries`: TypeScript says `string[]`, since an object
 * may have more keys than its type. One that is written out has no others.
 */
export function namesWrittenKeys(node: AsExpression, stripped: (node: Expression) => Expression): boolean {
  const call = stripped(node.getExpression());
  const callee = Node.isCallExpression(call) ? call.getExpression() : undefined;
  if (!Node.isCallExpression(call) || !Node.isPropertyAccessExpression(callee)) return false;
  const [argument] = call.getArguments();
  if (callee.getExpression().getText() !== "Object" || !Node.isExpression(argument)) return false;
  const keys = keysOf(stripped(argument), stripped);
  const element = node.getType().getArrayElementType();
  if (keys === undefined || element === undefined) return false;
  if (callee.getName() === "keys") return hasAll(element, keys);
  const [key, value] = element.getTupleElements();
  if (callee.getName() !== "entries" || key === undefined || value === undefined) return false;
  const given = call.getType().getArrayElementType()?.getTupleElements()[1];
  return given !== undefined && !given.isAny() && given.isAssignableTo(value) && hasAll(key, keys);
}

/** Does the type name each of the keys, one by one? */
function hasAll(type: TsType, keys: readonly string[]): boolean {
  const options = type.isUnion() ? type.getUnionTypes() : [type];
  const names = options.map((option) => (option.isStringLiteral() ? option.getLiteralValue() : undefined));
  return keys.every((key) => names.includes(key));
}

/** Of a `const` that is an object literal, or of one that is written here. */
function keysOf(
  table: Expression,
  stripped: (node: Expression) => Expression,
): readonly string[] | undefined {
  if (Node.isIdentifier(table)) {
    const declaration = resolve(table)?.getValueDeclaration();
    const isConst =
      Node.isVariableDeclaration(declaration) &&
      declaration.getVariableStatement()?.getDeclarationKind() === "const";
    const initializer = isConst ? declaration.getInitializer() : undefined;
    return initializer === undefined ? undefined : keysOf(stripped(initializer), stripped);
  }
  if (!Node.isObjectLiteralExpression(table)) return undefined;
  const names = table.getProperties().map((property) => {
    if (Node.isSpreadAssignment(property)) return undefined;
    const name = property.getNameNode();
    if (Node.isStringLiteral(name)) return name.getLiteralValue();
    return Node.isIdentifier(name) ? name.getText() : undefined;
  });
  return names.every((name) => name !== undefined) ? names : undefined;
}
