import type { Json, JsonSchema } from "@policyc/ir";
import type { Context } from "../context.js";
import { ts } from "../typescript.js";
import { type Bounding, bounded, reportLost } from "./bounds.js";
import { checkerOf } from "./checker.js";
import { isOf } from "./flags.js";
import { isDeclaredInteger } from "./from-typescript.js";
import { elementTypeOf, formsOf, isLiteral, isNullable, isTuple, tupleElements, typeText } from "./shape.js";
import { isOptional, typeOfSymbolAt } from "./symbols.js";

/**
 * The JSON schema that documents of a TypeScript type are held against. Wider than what a ConstraintTemplate may say:
 * alternatives and types that contain themselves are fine, and what the type leaves open is open.
 *
 * @param closed Whether fields that the type does not name are mistakes.
 */
export function documentSchema(
  type: ts.Type,
  place: ts.CallExpression,
  closed: boolean,
  context: Context,
): JsonSchema {
  const bounding = { place, cx: context, asked: new Set<ts.Declaration>() };
  const cx: Lowering = { place, bounding, closed, above: [], definitions: {}, names: new Map() };
  const schema = schemaOf(type, undefined, cx);
  reportLost(place.typeArguments ?? [], bounding);
  return Object.keys(cx.definitions).length === 0 ? schema : { ...schema, definitions: cx.definitions };
}

interface Lowering {
  readonly bounding: Bounding;
  readonly place: ts.Node;
  readonly closed: boolean;
  /** The object types that are being written, the outermost first. */
  readonly above: readonly ts.Type[];
  /** Those that contain themselves, by name. */
  readonly definitions: Record<string, JsonSchema>;
  /** What those are called: two types may have one name, or none. */
  readonly names: Map<ts.Type, string>;
}

function schemaOf(type: ts.Type, symbol: ts.Symbol | undefined, cx: Lowering): JsonSchema {
  if (isOf(type, ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
  const present = type.getNonNullableType();
  if (formsOf(type).some((form) => isOf(form, ts.TypeFlags.Null)))
    return { anyOf: [schemaOf(present, symbol, cx), { type: "null" }] };
  if (present.isUnion() && !isOf(present, ts.TypeFlags.Boolean)) return unionSchema(present, symbol, cx);
  if (isLiteral(present)) return { enum: [literalOf(present, cx)] };
  if (isOf(present, ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: "string" };
  if (isOf(present, ts.TypeFlags.Boolean)) return { type: "boolean" };
  if (isOf(present, ts.TypeFlags.Number)) return { type: isDeclaredInteger(symbol) ? "integer" : "number" };
  const element = elementTypeOf(present);
  if (element !== undefined) return { type: "array", items: schemaOf(element, symbol, cx) };
  if (isTuple(present)) return tupleSchema(present, symbol, cx);
  if (present.isIntersection()) {
    // `string & { readonly brand: "Image" }` is a text.
    const plain = present.types.find((part) => !isOf(part, ts.TypeFlags.Object));
    return plain === undefined ? objectSchema(present, cx) : schemaOf(plain, symbol, cx);
  }
  return isOf(present, ts.TypeFlags.Object) && present.getCallSignatures().length === 0
    ? objectSchema(present, cx)
    : {};
}

/** `[A, B?]`: a list of any of them, as long as it may be. */
function tupleSchema(type: ts.Type, symbol: ts.Symbol | undefined, cx: Lowering): JsonSchema {
  const { minLength, hasRestElement } = (type as ts.TupleTypeReference).target;
  const elements = tupleElements(type).map((element) => schemaOf(element, symbol, cx));
  return {
    type: "array",
    items: { anyOf: elements },
    minItems: minLength,
    ...(hasRestElement ? {} : { maxItems: elements.length }),
  };
}

function unionSchema(type: ts.UnionType, symbol: ts.Symbol | undefined, cx: Lowering): JsonSchema {
  const members = type.types;
  if (members.every((member) => isLiteral(member)))
    return {
      enum: members.map((member) => literalOf(member, cx)),
    };
  // TypeScript takes `boolean` apart into its two literals.
  const booleans = members.filter((member) => isOf(member, ts.TypeFlags.BooleanLiteral));
  const others = members.filter((member) => !isOf(member, ts.TypeFlags.BooleanLiteral));
  const alternatives = [
    ...others.map((member) => schemaOf(member, symbol, cx)),
    ...(booleans.length === 0
      ? []
      : [booleans.length === 2 ? { type: "boolean" } : schemaOf(booleans[0] ?? type, symbol, cx)]),
  ];
  return alternatives.length === 1 ? (alternatives[0] ?? {}) : { anyOf: alternatives };
}

function literalOf(type: ts.Type, { place }: Lowering): Json {
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  const text = typeText(type, place);
  return isOf(type, ts.TypeFlags.BooleanLiteral) ? text === "true" : text;
}

function objectSchema(type: ts.Type, cx: Lowering): JsonSchema {
  if (cx.above.includes(type)) {
    // Written once the type itself is finished; the name is there already, for whom it may meet on its way.
    const name = cx.names.get(type) ?? newName(type, cx);
    cx.names.set(type, name);
    cx.definitions[name] ??= {};
    return { $ref: `#/definitions/${name}` };
  }
  const inner = { ...cx, above: [...cx.above, type] };
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const property of type.getProperties()) {
    const declared = typeOfSymbolAt(property, cx.place);
    properties[property.name] = bounded(schemaOf(declared, property, inner), property, cx.bounding);
    if (!isOptional(property) && !isNullable(declared)) required.push(property.name);
  }
  const [keys, others] = checkerOf(cx.place).getIndexInfosOfType(type);
  const isOfAnyKey = others === undefined && isOf(keys?.keyType, ts.TypeFlags.String | ts.TypeFlags.Number);
  const schema: JsonSchema = {
    type: "object",
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
    ...(keys === undefined && cx.closed ? { additionalProperties: false } : {}),
    ...(keys !== undefined && isOfAnyKey
      ? { additionalProperties: schemaOf(keys.type, undefined, inner) }
      : {}),
  };
  const name = cx.names.get(type);
  if (name !== undefined) cx.definitions[name] = schema;
  return schema;
}

function newName(type: ts.Type, { definitions }: Lowering): string {
  const declared = type.aliasSymbol?.name ?? type.getSymbol()?.name ?? "__type";
  const name = declared === "__type" ? "Part" : declared;
  let count = 1;
  const numbered = (): string => (count === 1 ? name : `${name}${count}`);
  while (numbered() in definitions) count += 1;
  return numbered();
}
