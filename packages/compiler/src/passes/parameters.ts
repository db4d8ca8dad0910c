import type { Span } from "@policyc/diagnostics";
import { type Expr, type Json, mapChildren, mapExpressions, type Type } from "@policyc/ir";
import type { Pass } from "./pass.js";

/** Puts the deployment's parameters in their place, for targets that have no parameters of their own. */
export function knownParameters(values: { readonly [name: string]: Json }): Pass {
  const replace = (expr: Expr): Expr => {
    if (expr.kind === "field" && expr.of.kind === "input" && expr.of.root === "params")
      return named(expr.name, values[expr.name], expr.span);
    if (expr.kind === "input" && expr.root === "params") return fromJson(values, expr.span);
    return mapChildren(expr, replace);
  };
  return {
    name: "known-parameters",
    run: (policy) => ({ ...policy, body: mapExpressions(policy.body, replace) }),
  };
}

/** A list or object keeps the parameter's name. */
function named(name: string, value: Json | undefined, span: Span): Expr {
  const literal = fromJson(value, span);
  return (literal.kind === "list" && literal.items.length > 0) || literal.kind === "record"
    ? { ...literal, name }
    : literal;
}

/** A value of JSON as an expression. */
export function fromJson(value: Json | undefined, span: Span): Expr {
  if (value === undefined || value === null) return { kind: "absent", type: { kind: "absent" }, span };
  if (typeof value === "string")
    return { kind: "literal", value, type: { kind: "string", literals: [value] }, span };
  if (typeof value === "number")
    return { kind: "literal", value, type: { kind: "number", integer: Number.isInteger(value) }, span };
  if (typeof value === "boolean") return { kind: "literal", value, type: { kind: "boolean" }, span };
  if (isList(value)) {
    const items = value.map((item) => ({ spread: false, value: fromJson(item, span) }));
    return {
      kind: "list",
      items,
      type: { kind: "list", element: elementType(items.map((item) => item.value.type)) },
      span,
    };
  }
  const entries = Object.entries(value).map(([name, entry]) => ({ name, value: fromJson(entry, span) }));
  return { kind: "record", entries, type: { kind: "record", name: "object" }, span };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function elementType(types: readonly Type[]): Type {
  const [first] = types;
  if (first === undefined) return { kind: "unknown" };
  return first.kind === "string" ? { kind: "string" } : first;
}
