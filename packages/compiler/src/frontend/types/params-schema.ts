import type { JsonSchema } from "@policyc/ir";
import type { Context } from "../context.js";
import { unsupportedParameter } from "../diagnostics/declaration.js";
import { documentation } from "../syntax/documentation.js";
import { ts } from "../typescript.js";
import { bounded, reportLost } from "./bounds.js";
import { checkerOf } from "./checker.js";
import { inDeclaredOrder } from "./declared-order.js";
import { isOf } from "./flags.js";
import { isDeclaredInteger } from "./from-typescript.js";
import { elementTypeOf, formsOf, isTuple, typeText } from "./shape.js";
import { declaringNodes, isOptional, typeOfSymbolAt } from "./symbols.js";

/** The parameters' type as a structural OpenAPI v3 schema: a `type` on each level, descriptions from JSDoc. */
export function parametersSchema(type: ts.Type, place: ts.CallExpression, cx: Context): JsonSchema {
  const lowering: Lowering = { place, cx, above: [], asked: new Set() };
  const hasNames = isObject(type) && checkerOf(place).getIndexInfosOfType(type).length === 0;
  if (!hasNames) return refused(type, "params", lowering);
  const schema = objectSchema(type, "params", lowering);
  reportLost(place.typeArguments ?? annotationsOf(place), lowering);
  return schema;
}

/** `Parameters<P>` of `const params: Parameters<P> = parameters(…)`. */
function annotationsOf({ parent }: ts.CallExpression): readonly ts.Node[] {
  return ts.isVariableDeclaration(parent) && parent.type !== undefined ? [parent.type] : [];
}

interface Lowering {
  readonly place: ts.Node;
  readonly cx: Context;
  /** The object types around, which a schema can say within themselves no more than once. */
  readonly above: readonly ts.Type[];
  /** The declarations within that have been asked how they bind values. */
  readonly asked: Set<ts.Declaration>;
}

function objectSchema(type: ts.Type, path: string, outer: Lowering): JsonSchema {
  if (outer.above.includes(type)) return refused(type, path, outer);
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const property of inOwnOrder(type.getProperties())) {
    const name = property.name;
    const lowering = { ...outer, above: [...outer.above, type], asked: new Set<ts.Declaration>() };
    const declared = typeOfSymbolAt(property, lowering.place).getNonNullableType();
    const schema = schemaOf(declared, property, path === "params" ? name : `${path}.${name}`, lowering);
    properties[name] = { ...described(property), ...bounded(schema, property, lowering) };
    reportLost(declaringNodes(property), lowering);
    for (const declaration of lowering.asked) outer.asked.add(declaration);
    if (!isOptional(property)) required.push(name);
  }
  return {
    type: "object",
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** TypeScript has the fields that nobody declares in the order in which it has met their names anywhere. */
function inOwnOrder(properties: readonly ts.Symbol[]): readonly ts.Symbol[] {
  const named = properties.filter((property) => declaringNodes(property).length === 0);
  const declared = properties.filter((property) => !named.includes(property));
  return [...declared, ...named.toSorted((one, other) => (one.name < other.name ? -1 : 1))];
}

function schemaOf(
  type: ts.Type,
  symbol: ts.Symbol | undefined,
  path: string,
  lowering: Lowering,
): JsonSchema {
  const literals = literalsOf(type);
  if (literals !== undefined) return { type: "string", enum: inDeclaredOrder(literals, type, symbol) };
  const numbers = numbersOf(type);
  if (numbers !== undefined)
    return { type: numbers.every(Number.isInteger) ? "integer" : "number", enum: numbers };
  if (isOf(type, ts.TypeFlags.String)) return { type: "string" };
  if (isOf(type, ts.TypeFlags.Boolean | ts.TypeFlags.BooleanLiteral)) return { type: "boolean" };
  if (isOf(type, ts.TypeFlags.Number)) return { type: isDeclaredInteger(symbol) ? "integer" : "number" };
  const element = elementTypeOf(type);
  if (element !== undefined)
    return { type: "array", items: schemaOf(element, symbol, `${path}[]`, lowering) };
  if (!isObject(type)) return refused(type, path, lowering);
  const [keys, others] = checkerOf(lowering.place).getIndexInfosOfType(type);
  if (keys === undefined) return objectSchema(type, path, lowering);
  // A schema has either fields or any keys, and no kinds of keys.
  const isOfAnyKey = others === undefined && isOf(keys.keyType, ts.TypeFlags.String);
  if (!isOfAnyKey || type.getProperties().length > 0) return refused(type, path, lowering);
  return { type: "object", additionalProperties: schemaOf(keys.type, symbol, `${path}.*`, lowering) };
}

/** `{ … }`, and `A & B` of these; neither a tuple nor a function. */
function isObject(type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.every(isObject);
  return isOf(type, ts.TypeFlags.Object) && !isTuple(type) && type.getCallSignatures().length === 0;
}

function refused(type: ts.Type, path: string, { place, cx }: Lowering): JsonSchema {
  cx.report(unsupportedParameter(cx.span(place), path, typeText(type, place)));
  return { type: "object" };
}

function literalsOf(type: ts.Type): readonly string[] | undefined {
  const members = formsOf(type);
  const literals = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  return literals.length > 0 && literals.length === members.length ? literals : undefined;
}

/** Of a union of numbers, which is in no order of its own. */
function numbersOf(type: ts.Type): readonly number[] | undefined {
  const members = formsOf(type);
  const numbers = members.flatMap((member) => (member.isNumberLiteral() ? [member.value] : []));
  const isNumeric = numbers.length > 0 && numbers.length === members.length;
  return isNumeric ? numbers.sort((one, other) => one - other) : undefined;
}

function described(symbol: ts.Symbol): { description?: string } {
  const text = declaringNodes(symbol)
    .map((declaration) => documentation(declaration))
    .find((one) => one !== undefined);
  return text === undefined ? {} : { description: text.replace(/\s+/g, " ") };
}
