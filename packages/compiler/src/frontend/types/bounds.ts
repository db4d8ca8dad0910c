import type { Json, JsonSchema } from "@policyc/ir";
import type { Context } from "../context.js";
import { badValue, lostBound } from "../diagnostics/declaration.js";
import { isRecord } from "../static/evaluate.js";
import { jsDocsOf } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bindingDeclarations, declarationsBehind } from "./declared-bounds.js";
import { isDeclaredInteger, saysInteger } from "./from-typescript.js";
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

/** Where bounds are reported, and the declarations that have been asked for theirs. */
export interface Bounding {
  readonly place: ts.Node;
  readonly cx: Context;
  readonly asked: Set<ts.Declaration>;
}

/** The schema of a field, held to what its JSDoc tags say; what holds nothing is reported. */
export function bounded(schema: JsonSchema, symbol: ts.Symbol, { place, cx, asked }: Bounding): JsonSchema {
  const declarations = declaringNodes(symbol).flatMap(bindingDeclarations);
  for (const declaration of declarations) asked.add(declaration);
  // `Box<Integer>`, whose own field is of the type `T`.
  const isLost = isDeclaredInteger(symbol) && !holdsInteger(schema);
  if (isLost) cx.report(lostBound(cx.span(declarations.at(-1) ?? place), "Integer"));
  return boundsIn(declarations).reduce<JsonSchema>((before, bound) => {
    const after = boundBy(before, bound);
    if (after === undefined) cx.report(badValue(cx.span(place), bound.text, expected(bound, symbol)));
    return after ?? before;
  }, schema);
}

/** Is it a schema of whole numbers, or of a list, an object or a choice of them? A default or an enum says nothing of that. */
function holdsInteger({ type, items, additionalProperties, properties, anyOf }: JsonSchema): boolean {
  const parts = [items, additionalProperties, ...(isRecord(properties) ? Object.values(properties) : [])];
  const alternatives = Array.isArray(anyOf) ? anyOf : [];
  return (
    type === "integer" || [...parts, ...alternatives].some((part) => isRecord(part) && holdsInteger(part))
  );
}

/**
 * Reports the bounds in a type, as it is written, that no field was held to: TypeScript forgets where a field comes from
 * when a mapped type calls it otherwise, and what was said of one that is declared again.
 */
export function reportLost(written: readonly ts.Node[], { cx, asked }: Bounding): void {
  for (const declaration of declarationsBehind(written)) {
    if (asked.has(declaration)) continue;
    asked.add(declaration);
    const said = boundsIn([declaration]).map(({ text }) => text);
    for (const text of saysInteger(declaration) ? [...said, "Integer"] : said)
      cx.report(lostBound(cx.span(declaration), text));
  }
}

function expected({ value }: Bound, { name }: ts.Symbol): string {
  return value === undefined
    ? `a bound of \`${name}\`: \`@minimum\`, \`@maximum\`, \`@minLength\`, \`@maxLength\`, \`@minItems\` or \`@maxItems\` and a number, \`@pattern\` or \`@format\``
    : `what the type of \`${name}\` can be held to`;
}

/** The `@minimum` of a field, whichever says it nearest. */
export function minimumOf(field: ts.Symbol): Json | undefined {
  const bounds = boundsIn(declaringNodes(field).flatMap(bindingDeclarations));
  return bounds.findLast(({ keyword }) => keyword === "minimum")?.value;
}

/** What the JSDoc tags of declarations say of values: `@minimum`, `@pattern` and the like, and what looks like it. */
function boundsIn(declarations: readonly ts.Declaration[]): readonly Bound[] {
  const tags = declarations.flatMap((one) => jsDocsOf(one).flatMap((doc) => doc.tags ?? []));
  return tags.filter((tag) => others.has(tag.tagName.text.toLowerCase())).map(bound);
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
