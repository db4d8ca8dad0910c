import { type Expr, type ExprOf, type Iteration, mayBeAbsent, required, type Stream } from "@policyc/ir";
import { byOrigins, type Origins, recordsOf } from "../tree/origins.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * An element of a list that is made of nothing but values, whatever its type says: `const sizes: (number | undefined)[] =
 * [1]`; and so a field of rows that all have it. OPA's type checker sees the values, and refuses `size == null`.
 */
export const presentElements: Pass = {
  name: "present-elements",
  run: (policy) =>
    byOrigins(policy, (scope, origins) =>
      rewritePolicy(scope, {
        expression: (expr) => expressionOf(expr, origins),
        stream: (stream) => streamOf(stream, origins),
      }),
    ),
};

function expressionOf(expr: Expr, origins: Origins): Expr {
  switch (expr.kind) {
    case "quantify":
    case "collect": {
      const iteration = iterationOf(expr.iteration, origins);
      return iteration === expr.iteration ? expr : { ...expr, iteration };
    }
    case "let":
      return namesValue(expr) ? { ...expr, binder: ofValue(expr.binder) } : expr;
    case "local":
    case "field":
      return mayBeAbsent(expr.type) && isThere(expr, origins) ? ofValue(expr) : expr;
    default:
      return expr;
  }
}

function streamOf(stream: Stream, origins: Origins): Stream {
  if (stream.kind === "bind" && namesValue(stream)) return { ...stream, binder: ofValue(stream.binder) };
  if (stream.kind !== "each") return stream;
  const iteration = iterationOf(stream.iteration, origins);
  return iteration === stream.iteration ? stream : { ...stream, iteration };
}

function iterationOf(iteration: Iteration, origins: Origins): Iteration {
  const { binder, over } = iteration;
  return mayBeAbsent(binder.type) && areThere(over, origins)
    ? { ...iteration, binder: ofValue(binder) }
    : iteration;
}

function namesValue({ binder, value }: Pick<ExprOf<"let">, "binder" | "value">): boolean {
  return mayBeAbsent(binder.type) && !mayBeAbsent(value.type);
}

function ofValue<Typed extends Pick<Expr, "type">>(typed: Typed): Typed {
  return { ...typed, type: required(typed.type) };
}

function isThere(expr: Expr, origins: Origins): boolean {
  if (!mayBeAbsent(expr.type)) return true;
  if (expr.kind === "field") return !mayBeAbsent(expr.of.type) && isFilled(expr, origins);
  if (expr.kind !== "local") return false;
  const [value, list] = [origins.values.get(expr.name), origins.lists.get(expr.name)];
  if (value !== undefined) return isThere(value, origins);
  return list !== undefined && areThere(list, origins);
}

/** Is a field written in all records that it may be one of? */
function isFilled({ of, name }: ExprOf<"field">, origins: Origins): boolean {
  const records = recordsOf(of, origins) ?? [];
  const values = records.map(({ entries }) => entries.find((entry) => entry.name === name)?.value);
  return values.length > 0 && values.every((value) => value !== undefined && isThere(value, origins));
}

/** Are all elements of a list or set there, or all values of a map? */
function areThere(list: Expr, origins: Origins): boolean {
  switch (list.kind) {
    case "list":
      return list.items.every(({ spread, value }) => (spread ? areThere : isThere)(value, origins));
    case "record":
      return list.entries.every(({ value }) => isThere(value, origins));
    case "collect":
      return (list.flatten ? areThere : isThere)(list.value, origins);
    case "call":
      return list.intrinsic === "set.of" && list.args.every((arg) => areThere(arg, origins));
    case "conditional":
      return areThere(list.then, origins) && areThere(list.else, origins);
    case "local": {
      const value = origins.values.get(list.name);
      return value !== undefined && areThere(value, origins);
    }
    default:
      return false;
  }
}
