import { type Expr, isWithoutFields, required, type Type } from "@policyc/ir";
import type { Context } from "../../context.js";
import { takenForAnother } from "../../diagnostics/types.js";
import { isOf } from "../../types/flags.js";
import { fromTypeScript, isJavaScriptMap } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { formsOf, typeText } from "../../types/shape.js";
import { ts } from "../../typescript.js";

/**
 * TypeScript takes a list for a `{ length: number }` and a set for an `Iterable`, for it looks at what can be asked of
 * them. Engines know lists, sets, texts and objects, and who reads one has to know which.
 */
export function asTakenFor(value: Expr, node: ts.Expression, expected: ts.Type, cx: Context): Expr {
  const reader = isOf(expected, ts.TypeFlags.Instantiable) ? expected.getConstraint() : expected;
  if (reader === undefined || value.kind === "invalid") return value;
  const kinds = isJavaScriptMap(typeAt(node)) ? (["Map"] as const) : kindsOf(value.type);
  const unknown = kinds.find((kind) => !formsOf(reader).some((form) => knows(form, kind)));
  return unknown === undefined
    ? value
    : cx.invalid(takenForAnother(cx.span(node), unknown, typeText(reader.getNonNullableType(), node)));
}

/** A text or a list, both of which have a `length`, a set or a record of this `size`: what is read depends on which it is. */
export function mayBeWithoutFields(type: Type): boolean {
  return type.kind === "union" && type.members.some(isWithoutFields);
}

type Kind = "list" | "set" | "text" | "Map";

function kindsOf(of: Type): readonly Kind[] {
  const type = required(of);
  if (type.kind === "union") return type.members.flatMap(kindsOf);
  if (type.kind === "string") return ["text"];
  return type.kind === "list" || type.kind === "set" ? [type.kind] : [];
}

/** Whether a value of a kind can be what a type says it is. */
function knows(reader: ts.Type, kind: Kind): boolean {
  if (kind === "Map" && isJavaScriptMap(reader)) return true;
  const type = fromTypeScript(reader);
  if (type.kind === "unknown" || (type.kind === "record" && type.name === "{}")) return true;
  // `T extends string | number` is one of several.
  const forms = type.kind === "union" ? type.members : [type];
  return forms.some((form) => form.kind === (kind === "text" ? "string" : kind));
}
