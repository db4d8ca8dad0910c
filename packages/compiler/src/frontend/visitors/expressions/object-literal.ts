import { defect } from "@policyc/diagnostics";
import {
  absent,
  booleanType,
  type Expr,
  mayBeAbsent,
  optional,
  type RecordEntry,
  required,
  stringType,
  type Type,
} from "@policyc/ir";
import { either } from "../../build/either.js";
import { field } from "../../build/nodes.js";
import { merged } from "../../builtins/objects.js";
import type { Context } from "../../context.js";
import { unsupportedSyntax } from "../../diagnostics/syntax.js";
import { nameWritten } from "../../static/evaluate.js";
import { isOf } from "../../types/flags.js";
import { oneOf } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { recordFieldsAt } from "../../types/record-fields.js";
import { formsOf, isLiteral } from "../../types/shape.js";
import { recordOf } from "../../types/whole-numbers.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";

/** `{ a: 1, b, ...others }`. */
export function objectLiteral(node: ts.ObjectLiteralExpression, cx: Context): Expr {
  const properties = node.properties;
  const refused = properties.find((property) => !isField(property) && !ts.isSpreadAssignment(property));
  if (refused !== undefined) return refusal(refused, cx);
  const parts = properties.map((property) => partOf(property, cx));
  if (parts.some((part) => part.kind === "spread" && isSpreadOfMap(part, cx)))
    return mergedMaps(parts, node, cx);
  const entries = parts.reduce<readonly RecordEntry[]>(
    (before, part) => (part.kind === "field" ? replacing(before, [part]) : spreadOver(before, part, cx)),
    [],
  );
  const known = parts.some(({ kind }) => kind === "spread") ? withUnset(entries, node) : entries;
  const isOfMap = parts.some((part) => part.kind === "spread" && isReadByAnyKey(part, cx));
  const type = isOfMap ? mapOf(known, mapOfAll(known)) : recordOf(known);
  return { kind: "record", entries: known, type, span: cx.span(node) };
}

/** `{ a: "x", ...(test && { a: undefined }) }` has a text as its `a` for TypeScript. */
function withUnset(
  entries: readonly RecordEntry[],
  node: ts.ObjectLiteralExpression,
): readonly RecordEntry[] {
  const declared = new Map(recordFieldsAt(node).map((one) => [one.name, one]));
  return entries.map((entry) => {
    const field = declared.get(entry.name);
    if (entry.value.type.kind !== "optional" || field === undefined) return entry;
    return field.mayBeMissing || mayBeAbsent(field.type) ? entry : { ...entry, isUnset: true };
  });
}

type Part = ({ readonly kind: "field" } & Added) | Spread;

interface Spread {
  readonly kind: "spread";
  readonly node: ts.Expression;
  readonly of: Expr;
}

interface Added {
  readonly entry: RecordEntry;
  /** Of what is spread a field may be missing; one that is written out is there, and be it with `undefined`. */
  readonly mayBeMissing: boolean;
}

function isField(property: ts.ObjectLiteralElementLike): boolean {
  if (ts.isShorthandPropertyAssignment(property)) return true;
  return ts.isPropertyAssignment(property) && nameWritten(property.name) !== undefined;
}

function refusal(property: ts.ObjectLiteralElementLike, cx: Context): Expr {
  const [what, instead] = ts.isPropertyAssignment(property)
    ? ["a computed field name", "use `Object.fromEntries([[name, value]])`"]
    : ["this part of an object literal", "use fields: `{ name: value }`"];
  return cx.invalid(unsupportedSyntax(cx.span(property), what, instead));
}

function partOf(property: ts.ObjectLiteralElementLike, cx: Context): Part {
  if (ts.isSpreadAssignment(property)) return spreadOf(bare(property.expression), cx);
  if (ts.isShorthandPropertyAssignment(property))
    return {
      kind: "field",
      entry: { name: property.name.getText(), value: cx.expression(property.name) },
      mayBeMissing: false,
    };
  if (!ts.isPropertyAssignment(property)) return defect("a part of an object literal that was not refused");
  const name = nameWritten(property.name) ?? defect("a field without a name that was not refused");
  const value = cx.expression(property.initializer);
  return { kind: "field", entry: { name, value }, mayBeMissing: false };
}

/** `...(test && { name: value })` spreads nothing where the test does not hold, as `false` and `""` have no fields. */
function spreadOf(node: ts.Expression, cx: Context): Part {
  if (!ts.isBinaryExpression(node) || node.operatorToken.getText() !== "&&")
    return { kind: "spread", node, of: spreadable(node, cx) };
  const [test, of] = [cx.condition(node.left), spreadable(node.right, cx)];
  if (of.kind === "invalid") return { kind: "spread", node: node.right, of };
  return { kind: "spread", node: node.right, of: either(test, of, absent(of.span), of.span) };
}

/** Of what is absent nothing is spread. */
function spreadable(node: ts.Expression, cx: Context): Expr {
  const whole = typeAt(node).getNonNullableType();
  const forms = formsOf(whole);
  if (
    forms.some(
      (form) =>
        isOf(form, ts.TypeFlags.Boolean | ts.TypeFlags.BooleanLiteral | ts.TypeFlags.String) ||
        isLiteral(form),
    )
  )
    return cx.invalid(
      unsupportedSyntax(
        cx.span(node),
        "a spread of what may be no object",
        "use `...(test ? { name: value } : {})`",
      ),
    );
  const of = cx.expression(node);
  return isMap(of) ? orNothing(of) : of;
}

function orNothing(of: Expr): Expr {
  if (!mayBeAbsent(of.type)) return of;
  const type = required(of.type);
  const nothing: Expr = { kind: "record", entries: [], type, span: of.span };
  return { kind: "coalesce", of, fallback: nothing, type, span: of.span };
}

/** Fields that are written out count as they are, also with `undefined`; of others TypeScript knows which may be missing. */
function spreadOver(
  before: readonly RecordEntry[],
  { node, of }: Omit<Spread, "kind">,
  cx: Context,
): readonly RecordEntry[] {
  return overridesByNothing(of, before) ? writtenOver(before, of) : replacing(before, fieldsOf(node, of, cx));
}

/** Is it written out, and has it a field that may be `undefined` in the place of one before it? */
function overridesByNothing(of: Expr, before: readonly RecordEntry[]): boolean {
  if (of.kind === "conditional")
    return (
      [of.then, of.else].every(isWrittenOut) &&
      [of.then, of.else].some((way) => overridesByNothing(way, before))
    );
  if (of.kind !== "record") return false;
  return of.entries.some(
    ({ name, value }) => mayBeAbsent(value.type) && before.some((one) => one.name === name),
  );
}

function isWrittenOut(of: Expr): boolean {
  if (of.kind === "conditional") return isWrittenOut(of.then) && isWrittenOut(of.else);
  return of.kind === "record" || of.kind === "absent";
}

function writtenOver(before: readonly RecordEntry[], of: Expr): readonly RecordEntry[] {
  if (of.kind === "record")
    return replacing(
      before,
      of.entries.map((entry) => ({ entry, mayBeMissing: false })),
    );
  if (of.kind !== "conditional") return before;
  const [then, otherwise] = [writtenOver(before, of.then), writtenOver(before, of.else)];
  const names = new Set([...then, ...otherwise].map(({ name }) => name));
  const valueIn = (entries: readonly RecordEntry[], wanted: string): Expr =>
    entries.find(({ name }) => name === wanted)?.value ?? absent(of.span);
  return [...names].map((name) => {
    const [one, other] = [valueIn(then, name), valueIn(otherwise, name)];
    return { name, value: one === other ? one : either(of.test, one, other, of.span) };
  });
}

/** The fields that TypeScript knows of an object, each of which it may lack. */
function fieldsOf(node: ts.Expression, of: Expr, cx: Context): readonly Added[] {
  if (of.kind === "record" && isReadByAnyKey({ node, of }, cx))
    return of.entries.map((entry) => ({ entry, mayBeMissing: mayBeAbsent(entry.value.type) }));
  return recordFieldsAt(node).map((one): Added => {
    const { name } = one;
    const mayBeMissing = one.mayBeMissing || mayBeAbsent(of.type);
    const type = mayBeMissing ? optional(required(one.type)) : one.type;
    return { entry: { name, value: field(of, name, type, cx.span(node)) }, mayBeMissing };
  });
}

/** A later field wins, unless it may be missing: then the one before stands in for it. */
function replacing(before: readonly RecordEntry[], added: readonly Added[]): readonly RecordEntry[] {
  const earlier = new Map(before.map(({ name, value }) => [name, value]));
  const filled = added.map(({ entry: { name, value }, mayBeMissing }): RecordEntry => {
    const fallback = earlier.get(name);
    if (fallback === undefined || !mayBeMissing) return { name, value };
    const type = mayBeAbsent(fallback.type) ? value.type : required(value.type);
    return {
      name,
      value: { kind: "coalesce", of: value, fallback, isSpread: true, type, span: value.span },
    };
  });
  const names = new Set(added.map(({ entry }) => entry.name));
  return [...before.filter(({ name }) => !names.has(name)), ...filled];
}

/** Asks what was lowered: TypeScript forgets that `{ ...labels, app: "web" }` has any keys. */
function isMap({ type }: Expr): boolean {
  const known = required(type);
  return known.kind === "map" || (known.kind === "union" && known.members.some(({ kind }) => kind === "map"));
}

/** Of a constant that is declared as an object with any keys TypeScript knows no field: what was written in it counts. */
function isSpreadOfMap(spread: Spread, cx: Context): boolean {
  return spread.of.kind !== "record" && isReadByAnyKey(spread, cx);
}

function isReadByAnyKey({ node, of }: Omit<Spread, "kind">, cx: Context): boolean {
  return isMap(of) || required(cx.type(node)).kind === "map";
}

/** Spreads of objects with any keys, with the fields between them. */
function mergedMaps(parts: readonly Part[], node: ts.ObjectLiteralExpression, cx: Context): Expr {
  const maps: Expr[] = [];
  let pending: RecordEntry[] = [];
  const type = cx.type(node);
  const span = cx.span(node);
  const flush = (): void => {
    if (pending.length > 0) maps.push({ kind: "record", entries: pending, type: mapOf(pending, type), span });
    pending = [];
  };
  for (const part of parts) {
    if (part.kind === "field") {
      pending.push(part.entry);
      continue;
    }
    flush();
    maps.push(orNothing(part.of));
  }
  flush();
  return maps.find(({ kind }) => kind === "invalid") ?? merged(maps, node, cx);
}

function mapOfAll(entries: readonly RecordEntry[]): Type {
  return { kind: "map", value: oneOf(entries.map(({ value }) => value.type)) };
}

/** Read by any key, fields that are all text, or all true or false, are a map of that. */
function mapOf(entries: readonly RecordEntry[], declared: Type): Type {
  const of = (kind: "string" | "boolean") => entries.every(({ value }) => value.type.kind === kind);
  if (of("string")) return { kind: "map", value: stringType };
  return of("boolean") ? { kind: "map", value: booleanType } : declared;
}
