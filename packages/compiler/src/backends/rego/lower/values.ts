import { type Expr, type ExprOf, unnumbered } from "@policyc/ir";
import { snakeCase } from "../naming.js";
import { infix, ref, scalar, type Term, variable } from "../syntax.js";
import { bindings, innermost } from "./bindings.js";
import { collect, concat, list, record, whereChosen } from "./building.js";
import { intrinsicValue } from "./calls.js";
import { coalesce, orNull } from "./choices.js";
import type { Context } from "./context.js";
import { mayBeUndefined, withoutEmptyFallback } from "./definedness.js";
import { isChosen } from "./element.js";
import { namesFor } from "./helper-names.js";
import { inventory } from "./inventory.js";
import { inputTerm, objectGet, pathOf } from "./paths.js";

/** A term that is undefined where the value is absent. */
export function value(expr: Expr, cx: Context): Term {
  switch (expr.kind) {
    case "literal":
      return scalar(expr.value);
    case "absent":
    case "invalid":
      return scalar(null);
    case "input":
      return inputTerm(expr.root);
    case "local":
      return variable(snakeCase(expr.name));
    case "field":
      return ref(cx.value(withoutEmptyFallback(expr.of)), expr.name);
    case "index":
      return ref(cx.value(withoutEmptyFallback(expr.of)), cx.value(expr.key));
    case "present":
    case "not":
    case "logic":
    case "compare":
    case "quantify":
      return truth(expr, cx);
    case "coalesce":
      return coalesce(expr, cx);
    case "arithmetic":
      return infix(expr.operator, cx.value(expr.left), cx.value(expr.right));
    case "concat":
      return concat(expr, cx);
    case "conditional":
      return whereChosen(expr, cx) ?? cx.choice(namesFor(expr), expr);
    case "list":
      return list(expr, cx);
    case "record":
      return record(expr, cx);
    case "collect":
      return collect(expr, cx);
    case "let":
      return named(expr, cx);
    case "call":
      return expr.type.kind === "boolean" ? truth(expr, cx) : intrinsicValue(expr, cx);
    case "inventory":
      return inventory(expr, cx);
    case "apply":
      return expr.type.kind === "boolean" ? truth(expr, cx) : cx.apply(expr);
  }
}

/** A term that is always defined: `null` where the value is absent. */
export function total(expr: Expr, cx: Context): Term {
  if (!mayBeUndefined(expr)) return cx.value(expr);
  const path = pathOf(expr, cx);
  if (path !== undefined) return objectGet(path, scalar(null));
  return cx.helper(namesFor(expr), [expr], orNull(expr, cx));
}

/** A Boolean as a value: a rule that is false where its condition does not hold. */
function truth(expr: Expr, cx: Context): Term {
  return cx.helper(
    namesFor(expr),
    [expr],
    [
      { value: scalar(true), body: cx.holds(expr) },
      { value: scalar(false), body: [] },
    ],
  );
}

/** A value with `const`s before it: what may be absent, or has something in its place, is found behind them. */
function named(expr: ExprOf<"let">, cx: Context): Term {
  const inner = innermost(expr);
  if (isChosen(inner)) return cx.choice(namesFor(expr), expr);
  // Of a list that is only made for it, what is read says more than the list: `last_of_parts`.
  const name = inner.kind === "index" ? namesFor(expr) : (expr.name ?? unnumbered(expr.binder.name));
  return cx.helper(name, [expr], [{ value: cx.total(inner), body: bindings(expr, cx) }]);
}
