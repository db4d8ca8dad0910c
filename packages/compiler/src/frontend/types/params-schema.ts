import type { Json, JsonSchema } from "@policyc/ir";
import type { Context } from "../context.js";
import { unsupportedParameter } from "../diagnostics/declaration.js";
import { documentation } from "../documentation.js";
import { jsDocsOf } from "../syntax.js";
import { ts } from "../typescript.js";
import { inDeclaredOrder } from "./declared-order.js";
import { isOf } from "./flags.js";
import { isDeclaredInteger } from "./from-typescript.js";
import { elementTypeOf, formsOf, typeText } from "./shape.js";
import { declaringNodes, isOptional, typeOfSymbolAt } from "./symbols.js";

/** The parameters' type as a structural OpenAPI v3 schema: a `type` on each level, descriptions from JSDoc. */
export function parametersSchema(type: ts.Type, place: ts.Node, cx: Context): JsonSchema {
  return objectSchema(type, place, cx, "params");
}

function objectSchema(type: ts.Type, place: ts.Node, cx: Context, path: string): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const property of type.getProperties()) {
    const name = property.name;
    const declared = typeOfSymbolAt(property, place);
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
    if (!isOptional(property)) required.push(name);
  }
  return {
    type: "object",
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
  };
}

function schemaOf(
  type: ts.Type,
  symbol: ts.Symbol | undefined,
  place: ts.Node,
  cx: Context,
  path: string,
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
    return { type: "array", items: schemaOf(element, symbol, place, cx, `${path}[]`) };
  const values = type.getStringIndexType();
  if (values !== undefined)
    return { type: "object", additionalProperties: schemaOf(values, symbol, place, cx, `${path}.*`) };
  if (isOf(type, ts.TypeFlags.Object) && type.getCallSignatures().length === 0)
    return objectSchema(type, place, cx, path);
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
  const [declaration] = declaringNodes(symbol);
  if (declaration === undefined || !ts.isPropertySignature(declaration)) return {};
  const text = documentation(declaration)?.replace(/\s+/g, " ");
  return text === undefined ? {} : { description: text };
}

const numeric = new Set(["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"]);
const textual = new Set(["pattern", "format"]);

/** What the JSDoc tags of a field say of its values: `@minimum`, `@pattern` and the like. */
export function bounds(symbol: ts.Symbol): { [keyword: string]: Json } {
  const [declaration] = declaringNodes(symbol);
  if (declaration === undefined || !ts.isPropertySignature(declaration)) return {};
  const tags = jsDocsOf(declaration).flatMap((doc) => doc.tags ?? []);
  return Object.fromEntries(tags.flatMap((tag) => bound(tag)));
}

function bound(tag: ts.JSDocTag): readonly (readonly [string, Json])[] {
  const name = tag.tagName.text;
  const value = ts.getTextOfJSDocComment(tag.comment)?.trim() ?? "";
  if (numeric.has(name) && Number.isFinite(Number(value))) return [[name, Number(value)]];
  return textual.has(name) && value !== "" ? [[name, value]] : [];
}
