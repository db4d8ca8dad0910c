import type { Json, JsonSchema } from "@policyc/ir";
import type { Context } from "../context.js";
import { badValue } from "../diagnostics/declaration.js";
import { resolve } from "../resolve.js";
import { isRecord } from "../static/evaluate.js";
import { descendantsOf, jsDocsOf } from "../syntax.js";
import { ts } from "../typescript.js";
import { declaringNodes } from "./symbols.js";

/** The keywords that hold values of a type to something, by that type. */
const keywords: Readonly<Record<string, readonly string[]>> = {
  number: ["minimum", "maximum"],
  integer: ["minimum", "maximum"],
  string: ["minLength", "maxLength", "pattern", "format"],
  array: ["minItems", "maxItems"],
};
const textual: ReadonlySet<string> = new Set(["pattern", "format"]);
const all = Object.values(keywords).flat();

/** What authors may take for a bound, and is none of ours. */
const others: ReadonlySet<string> = new Set([
  ...all.map((keyword) => keyword.toLowerCase()),
  ..."min max exclusiveminimum exclusivemaximum multipleof uniqueitems minproperties maxproperties".split(
    " ",
  ),
]);

/** `@minimum 1` of a field; without a value where it says none that the keyword can have. */
interface Bound {
  /** As it is written. */
  readonly text: string;
  readonly keyword: string;
  readonly value?: Json;
}

/** The schema of a field, held to what its JSDoc tags say; what holds nothing is reported. */
export function bounded(schema: JsonSchema, symbol: ts.Symbol, place: ts.Node, cx: Context): JsonSchema {
  return boundsOf(symbol).reduce<JsonSchema>((before, bound) => {
    const after = boundBy(before, bound);
    if (after === undefined) cx.report(badValue(cx.span(place), bound.text, expected(bound, symbol)));
    return after ?? before;
  }, schema);
}

function expected({ value }: Bound, { name }: ts.Symbol): string {
  return value === undefined
    ? `a bound of \`${name}\`: \`@minimum\`, \`@maximum\`, \`@minLength\`, \`@maxLength\`, \`@minItems\` or \`@maxItems\` and a number, \`@pattern\` or \`@format\``
    : `what the type of \`${name}\` can be held to`;
}

/** What the JSDoc tags of a field say of its values: `@minimum`, `@pattern` and the like, and what looks like it. */
function boundsOf(symbol: ts.Symbol): readonly Bound[] {
  const places = declaringNodes(symbol).flatMap((one) => [...aliasesIn(one), one]);
  const tags = places.flatMap((one) => jsDocsOf(one).flatMap((doc) => doc.tags ?? []));
  return tags.filter((tag) => others.has(tag.tagName.text.toLowerCase())).map(bound);
}

/** `Limit` of `limit: Limit` and `limits: Limit[]`; the fields of an object have types of their own. */
function aliasesIn(field: ts.Declaration): readonly ts.Declaration[] {
  if (descendantsOf(field, ts.isTypeLiteralNode).length > 0) return [];
  return descendantsOf(field, ts.isTypeReferenceNode).flatMap(({ typeName }) => {
    const named = ts.isIdentifier(typeName) ? resolve(typeName) : undefined;
    return declaringNodes(named).filter(ts.isTypeAliasDeclaration);
  });
}

function bound(tag: ts.JSDocTag): Bound {
  const keyword = tag.tagName.text;
  const text = ts.getTextOfJSDocComment(tag.comment)?.trim() ?? "";
  const written = { text: `@${keyword} ${text}`.trim(), keyword };
  if (text === "" || !all.includes(keyword)) return written;
  if (textual.has(keyword)) return { ...written, value: text };
  return Number.isFinite(Number(text)) ? { ...written, value: Number(text) } : written;
}

/** A schema whose values are held to a bound: of a list, or of an object with any keys, also what is in it. */
function boundBy(schema: JsonSchema, bound: Bound): JsonSchema | undefined {
  const { keyword, value } = bound;
  const { type, anyOf } = schema;
  if (value === undefined) return undefined;
  if (Array.isArray(anyOf)) {
    const alternatives = anyOf.map((one) => (isRecord(one) ? (boundBy(one, bound) ?? one) : one));
    return alternatives.some((one, at) => one !== anyOf[at]) ? { ...schema, anyOf: alternatives } : undefined;
  }
  if (typeof type !== "string") return undefined;
  if (keywords[type]?.includes(keyword) === true) return { ...schema, [keyword]: value };
  const within = type === "array" ? "items" : "additionalProperties";
  const { [within]: parts } = schema;
  const inner = isRecord(parts) ? boundBy(parts, bound) : undefined;
  return inner === undefined ? undefined : { ...schema, [within]: inner };
}
