import { type Expr, literal, type Type } from "@policyc/ir";
import { compare, conditional } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { entriesBegun } from "../../syntax/entries-begun.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { joined } from "./combinations.js";
import type { Put } from "./puts.js";

/** A map that has these entries and no others. */
export function mapBegun(made: ts.Expression, type: Type, cx: Context): Expr {
  const entries = (entriesBegun(bare(made)) ?? []).map(({ key, value }) => ({
    name: key,
    value: valueBegun(value, cx),
  }));
  return { kind: "record", entries, type, span: cx.span(made) };
}

/** `new Set()` under a key is gathered as a list is. */
function valueBegun(written: ts.Expression, cx: Context): Expr {
  const value = bare(written);
  if (!ts.isNewExpression(value)) return cx.expression(value);
  const type = cx.type(value);
  const element: Type = type.kind === "set" ? type.element : { kind: "unknown" };
  return { kind: "list", items: [], type: { kind: "list", element }, span: cx.span(value) };
}

/** The keys that a map begins with, before others. */
export function withKeysBegun(begun: Expr | undefined, keys: Expr): Expr {
  const names = entriesOf(begun).map(({ name }) => ({ spread: false, value: literal(name, keys.span) }));
  return names.length === 0
    ? keys
    : joined({ kind: "list", items: names, type: keys.type, span: keys.span }, keys, keys.span);
}

/** The pairs that a map begins with, before others. */
export function withPairsBegun(begun: Expr | undefined, pairs: Expr): Expr {
  const { span, type } = pairs;
  const element: Type = type.kind === "list" ? type.element : { kind: "unknown" };
  const written = entriesOf(begun).map(({ name, value }) => {
    const items = [literal(name, span), value].map((part) => ({ spread: false, value: part }));
    return { spread: false, value: { kind: "list", items, type: element, span } satisfies Expr };
  });
  return written.length === 0 ? pairs : joined({ kind: "list", items: written, type, span }, pairs, span);
}

/** What a map begins with under a key, before what is put there: to a sum nothing adds nothing. */
export function withValuesBegun(
  begun: Expr | undefined,
  values: Expr,
  { key, how, keepsNothing }: { readonly key: Expr; readonly how: Put["how"]; readonly keepsNothing?: true },
): Expr {
  const { span, type } = values;
  const none: Expr = { kind: "list", items: [], type, span };
  const isZero = (value: Expr): boolean => value.kind === "literal" && value.value === 0;
  return entriesOf(begun).reduceRight<Expr>((after, { name, value }) => {
    const own: Expr =
      how === "append" ? { ...value, type } : { kind: "list", items: [{ spread: false, value }], type, span };
    const isNone = own.kind === "list" && own.items.length === 0;
    if (isNone || (how === "add" && isZero(value) && keepsNothing === undefined)) return after;
    return joined(
      conditional(compare("==", key, literal(name, span), span), own, none, type, span),
      after,
      span,
    );
  }, values);
}

function entriesOf(begun: Expr | undefined): readonly { readonly name: string; readonly value: Expr }[] {
  return begun?.kind === "record" ? begun.entries : [];
}
