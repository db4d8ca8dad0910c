import type { Json, JsonSchema } from "@policyc/ir";
import { type JSDocTag, Node, type Symbol as TsSymbol, type Type as TsType } from "ts-morph";
import type { Context } from "../context.js";
import { unsupportedParameter } from "../diagnostics/declaration.js";
import { inDeclaredOrder } from "./declared-order.js";
import { isDeclaredInteger } from "./from-typescript.js";

/** The parameters' type as a structural OpenAPI v3 schema: a `type` on each level, descriptions from JSDoc. */
export function parametersSchema(type: TsType, place: Node, cx: Context): JsonSchema {
  return objectSchema(type, place, cx, "params");
}

function objectSchema(type: TsType, place: Node, cx: Context, path: string): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const property of type.getProperties()) {
    const name = property.getName();
    const declared = property.getTypeAtLocation(place);
    properties[name] = {
      ...described(property),
      ...schemaOf(
        declared.getNonNullableType(),
        property,
        place,
        cx,
        path === "params" ? name : `${path}.${name}`,
      ),
      ...bounds(property),
    };
    if (!property.isOptional()) required.push(name);
  }
  return {
    type: "object",
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
  };
}

function schemaOf(
  type: TsType,
  symbol: TsSymbol | undefined,
  place: Node,
  cx: Context,
  path: string,
): JsonSchema {
  const literals = literalsOf(type);
  if (literals !== undefined) return { type: "string", enum: inDeclaredOrder(literals, type, symbol) };
  if (type.isString()) return { type: "string" };
  if (type.isBoolean() || type.isBooleanLiteral()) return { type: "boolean" };
  if (type.isNumber() || type.isNumberLiteral())
    return { type: isDeclaredInteger(symbol) ? "integer" : "number" };
  if (type.isArray() || type.isReadonlyArray()) {
    const element = type.getArrayElementTypeOrThrow();
    return { type: "array", items: schemaOf(element, symbol, place, cx, `${path}[]`) };
  }
  const values = type.getStringIndexType();
  if (values !== undefined)
    return { type: "object", additionalProperties: schemaOf(values, symbol, place, cx, `${path}.*`) };
  if (type.isObject() && type.getCallSignatures().length === 0) return objectSchema(type, place, cx, path);
  cx.report(unsupportedParameter(cx.span(place), path, type.getText(place)));
  return { type: "object" };
}

function literalsOf(type: TsType): readonly string[] | undefined {
  const members = type.isUnion() ? type.getUnionTypes() : [type];
  const literals = members.flatMap((member) =>
    member.isStringLiteral() ? [String(member.getLiteralValue())] : [],
  );
  return literals.length > 0 && literals.length === members.length ? literals : undefined;
}

function described(symbol: TsSymbol): { description?: string } {
  const [declaration] = symbol.getDeclarations();
  if (!Node.isPropertySignature(declaration)) return {};
  const text = declaration.getJsDocs().at(-1)?.getDescription().trim().replace(/\s+/g, " ");
  return text === undefined || text === "" ? {} : { description: text };
}

const numeric = new Set(["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"]);
const textual = new Set(["pattern", "format"]);

/** What the JSDoc tags of a field say of its values: `@minimum`, `@pattern` and the like. */
export function bounds(symbol: TsSymbol): { [keyword: string]: Json } {
  const [declaration] = symbol.getDeclarations();
  if (!Node.isPropertySignature(declaration)) return {};
  const tags = declaration.getJsDocs().flatMap((doc) => doc.getTags());
  return Object.fromEntries(tags.flatMap((tag) => bound(tag)));
}

function bound(tag: JSDocTag): readonly (readonly [string, Json])[] {
  const name = tag.getTagName();
  const value = tag.getCommentText()?.trim() ?? "";
  if (numeric.has(name) && Number.isFinite(Number(value))) return [[name, Number(value)]];
  return textual.has(name) && value !== "" ? [[name, value]] : [];
}
