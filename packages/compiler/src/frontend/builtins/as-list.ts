import { type Expr, mayBeAbsent, required, type Type } from "@policyc/ir";
import { conditional, let_, present } from "../build/nodes.js";
import type { Context } from "../context.js";
import { mayBeAbsentHere, mixedTypes } from "../diagnostics/types.js";
import { elementOf } from "../types/from-typescript.js";

/**
 * What `flatMap` makes of what may be a list and may be none, `v.hostPath?.path ?? []`: a list whichever way it goes. Poison
 * where the ways cannot be told apart.
 */
export function asList(value: Expr, cx: Context): Expr {
  if (!mayBeList(value.type) || value.type.kind === "list") return value;
  const isUnsure = required(value.type).kind === "list";
  return (
    listOf(value) ??
    cx.invalid(
      isUnsure
        ? mayBeAbsentHere(value.span, "this list")
        : mixedTypes(value.span, "what may be a list or none"),
    )
  );
}

function mayBeList(type: Type): boolean {
  const known = required(type);
  return known.kind === "union" ? known.members.some(mayBeList) : known.kind === "list";
}

function listOf(value: Expr): Expr | undefined {
  const { span } = value;
  if (value.kind === "let") {
    const body = listOf(value.body);
    return body && let_(value.binder, value.value, body, span);
  }
  if (value.kind === "conditional") return either(value.test, listOf(value.then), listOf(value.else), span);
  if (value.kind === "coalesce") {
    const there: Expr = { ...value.of, type: required(value.of.type) };
    const one = mayBeList(there.type) ? listOf(there) : listWith(there);
    return either(present(value.of, span), one, listOf(value.fallback), span);
  }
  if (value.type.kind === "list") return value;
  if (mayBeAbsent(value.type) || mayBeList(value.type)) return undefined;
  return listWith(value);
}

function listWith(value: Expr): Expr {
  const type: Type = { kind: "list", element: value.type };
  return { kind: "list", items: [{ spread: false, value }], type, span: value.span };
}

function either(
  test: Expr,
  then: Expr | undefined,
  otherwise: Expr | undefined,
  span: Expr["span"],
): Expr | undefined {
  if (then?.type.kind !== "list" || otherwise?.type.kind !== "list") return undefined;
  const element = elementOf([then.type.element, otherwise.type.element]);
  return conditional(test, then, otherwise, { kind: "list", element }, span);
}
