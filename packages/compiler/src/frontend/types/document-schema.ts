import type { Json, JsonSchema } from "@policyc/ir";
import type { Node, Symbol as TsSymbol, Type as TsType } from "ts-morph";
import { isDeclaredInteger } from "./from-typescript.js";
import { bounds } from "./params-schema.js";

/**
 * The JSON schema that documents of a TypeScript type are held against. Wider than what a ConstraintTemplate may say:
 * alternatives and types that contain themselves are fine, and what the type leaves open is open.
 *
 * @param closed Whether fields that the type does not name are mistakes.
 */
export function documentSchema(type: TsType, place: Node, closed: boolean): JsonSchema {
  const cx: Lowering = { place, closed, above: [], definitions: {} };
  const schema = schemaOf(type, undefined, cx);
  return Object.keys(cx.definitions).length === 0 ? schema : { ...schema, definitions: cx.definitions };
}

interface Lowering {
  readonly place: Node;
  readonly closed: boolean;
  /** The object types that are being written, the outermost first. */
  readonly above: readonly TsType[];
  /** Those that contain themselves, by name. */
  readonly definitions: Record<string, JsonSchema>;
}

function schemaOf(type: TsType, symbol: TsSymbol | undefined, cx: Lowering): JsonSchema {
  if (type.isUnknown() || type.isAny()) return {};
  const present = type.getNonNullableType();
  if (present.isUnion() && !present.isBoolean()) return unionSchema(present, symbol, cx);
  if (present.isLiteral() && !present.isBooleanLiteral()) return { enum: [literalOf(present)] };
  if (present.isBooleanLiteral()) return { enum: [present.getText() === "true"] };
  if (present.isString() || present.isTemplateLiteral()) return { type: "string" };
  if (present.isBoolean()) return { type: "boolean" };
  if (present.isNumber()) return { type: isDeclaredInteger(symbol) ? "integer" : "number" };
  if (present.isArray() || present.isReadonlyArray())
    return { type: "array", items: schemaOf(present.getArrayElementTypeOrThrow(), symbol, cx) };
  return present.isObject() && present.getCallSignatures().length === 0 ? objectSchema(present, cx) : {};
}

function unionSchema(type: TsType, symbol: TsSymbol | undefined, cx: Lowering): JsonSchema {
  const members = type.getUnionTypes();
  if (members.every((member) => member.isLiteral()))
    return {
      enum: members.map((member) =>
        member.isBooleanLiteral() ? member.getText() === "true" : literalOf(member),
      ),
    };
  // TypeScript takes `boolean` apart into its two literals.
  const booleans = members.filter((member) => member.isBooleanLiteral());
  const others = members.filter((member) => !member.isBooleanLiteral());
  const alternatives = [
    ...others.map((member) => schemaOf(member, symbol, cx)),
    ...(booleans.length === 0
      ? []
      : [booleans.length === 2 ? { type: "boolean" } : schemaOf(booleans[0] ?? type, symbol, cx)]),
  ];
  return alternatives.length === 1 ? (alternatives[0] ?? {}) : { anyOf: alternatives };
}

function literalOf(type: TsType): Json {
  const value = type.getLiteralValue();
  return typeof value === "string" || typeof value === "number" ? value : String(type.getText());
}

function objectSchema(type: TsType, cx: Lowering): JsonSchema {
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
    const declared = property.getTypeAtLocation(cx.place);
    properties[property.getName()] = { ...schemaOf(declared, property, inner), ...bounds(property) };
    if (!property.isOptional() && !declared.isNullable()) required.push(property.getName());
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

function nameOf(type: TsType): string | undefined {
  const name = type.getAliasSymbol()?.getName() ?? type.getSymbol()?.getName();
  return name === "__type" ? undefined : name;
}
