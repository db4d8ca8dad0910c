import { type Expr, freeNames, type Iteration } from "@policyc/ir";
import { let_, logic, not } from "../../build/nodes.js";

type Span = Expr["span"];

/** A list with what each turn of a loop comes to, where it comes to anything. */
export function collected(iteration: Iteration, turn: Expr, span: Span): Expr {
  const { where, value } = guarded(turn);
  const type: Expr["type"] = { kind: "list", element: turn.type };
  return { kind: "collect", iteration, ...where, value, flatten: false, into: "list", type, span };
}

/** What the turns of a loop add, one after the other. A turn that adds one element, or none, needs no flattening. */
export function flattened(iteration: Iteration, turn: Expr, span: Span): Expr {
  const { where, value: list } = guarded(turn);
  const single = singleOf(list);
  const value = single ?? list;
  const flatten = single === undefined;
  return { kind: "collect", iteration, ...where, value, flatten, into: "list", type: turn.type, span };
}

/** `test ? value : nothing`, also behind `const`s: when a turn adds something, and what. */
function guarded(turn: Expr): { readonly where: { readonly where?: Expr }; readonly value: Expr } {
  if (turn.kind === "let") {
    const { where, value } = guarded(turn.body);
    const within = (body: Expr): Expr =>
      freeNames(body).has(turn.binder.name) ? let_(turn.binder, turn.value, body, turn.span) : body;
    return { where: where.where === undefined ? {} : { where: within(where.where) }, value: within(value) };
  }
  if (turn.kind !== "conditional" || !(isNothing(turn.else) || isNothing(turn.then)))
    return { where: {}, value: turn };
  const [test, given] = isNothing(turn.else) ? [turn.test, turn.then] : [not(turn.test), turn.else];
  const { where, value } = guarded(given);
  const tests = where.where === undefined ? [test] : [test, where.where];
  return { where: { where: logic("and", tests, turn.span) }, value };
}

function singleOf(list: Expr): Expr | undefined {
  if (list.kind === "let") {
    const single = singleOf(list.body);
    return single === undefined ? undefined : let_(list.binder, list.value, single, list.span);
  }
  const [only, second] = list.kind === "list" ? list.items : [];
  return only !== undefined && second === undefined && !only.spread ? only.value : undefined;
}

function isNothing(expr: Expr): boolean {
  return (
    (expr.kind === "literal" && (expr.value === 0 || expr.value === "")) ||
    (expr.kind === "list" && expr.items.length === 0)
  );
}
