import type { Json, JsonSchema } from "@policyc/ir";
import { ts } from "../typescript.js";
import { boundBy, boundsOf } from "./bounds.js";
import { isOf } from "./flags.js";
import { isDeclaredInteger } from "./from-typescript.js";
import { elementTypeOf, isLiteral, isNullable, typeText } from "./shape.js";
import { isOptional, typeOfSymbolAt } from "./symbols.js";

/**
 * The JSON schema that documents of a TypeScript type are held against. Wider than what a ConstraintTemplate may say:
 * alternatives and types that contain themselves are fine, and what the type leaves open is open.
 *
 * @param closed Whether fields that the type does not name are mistakes.
 */
export function documentSchema(type: ts.Type, place: ts.Node, closed: boolean): JsonSchema {
  const cx: Lowering = { place, closed, above: [], definitions: {} };
  const schema = schemaOf(type, undefined, cx);
  return Object.keys(cx.definitions).length === 0 ? schema : { ...schema, definitions: cx.definitions };
}

interface Lowering {
  readonly place: ts.Node;
  readonly closed: boolean;
  /** The object types that are being written, the outermost first. */
  readonly above: readonly ts.Type[];
  /** Those that contain themselves, by name. */
  readonly definitions: Record<string, JsonSchema>;
}

function schemaOf(type: ts.Type, symbol: ts.Symbol | undefined, cx: Lowering): JsonSchema {
  if (isOf(type, ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
  const present = type.getNonNullableType();
  if (present.isUnion() && !isOf(present, ts.TypeFlags.Boolean)) return unionSchema(present, symbol, cx);
  if (isLiteral(present)) return { enum: [literalOf(present, cx)] };
  if (isOf(present, ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: "string" };
  if (isOf(present, ts.TypeFlags.Boolean)) return { type: "boolean" };
  if (isOf(present, ts.TypeFlags.Number)) return { type: isDeclaredInteger(symbol) ? "integer" : "number" };
  const element = elementTypeOf(present);
  if (element !== undefined) return { type: "array", items: schemaOf(element, symbol, cx) };
  return isOf(present, ts.TypeFlags.Object) && present.getCallSignatures().length === 0
    ? objectSchema(present, cx)
    : {};
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
  const name = nameOf(type);
  if (cx.above.includes(type) && name !== undefined) {
    // Written once the type itself is finished; the name is there already, for whom it may meet on its way.
    cx.definitions[name] ??= {};
    return { $ref: `#/definitions/${name}` };
  }
  const inner = { ...cx, above: [...cx.above, type] };
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const property of type.getProperties()) {
    const declared = typeOfSymbolAt(property, cx.place);
    properties[property.name] = boundsOf(property).reduce<JsonSchema>(
      (schema, bound) => boundBy(schema, bound) ?? schema,
      schemaOf(declared, property, inner),
    );
    if (!isOptional(property) && !isNullable(declared)) required.push(property.name);
  }
  const values = type.getStringIndexType();
  const schema: JsonSchema = {
    type: "object",
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
    ...(values === undefined
      ? cx.closed
        ? { additionalProperties: false }
        : {}
      : { additionalProperties: schemaOf(values, undefined, inner) }),
  };
  if (name !== undefined && name in cx.definitions) cx.definitions[name] = schema;
  return schema;
}

function nameOf(type: ts.Type): string | undefined {
  const name = type.aliasSymbol?.name ?? type.getSymbol()?.name;
  return name === "__type" ? undefined : name;
}
