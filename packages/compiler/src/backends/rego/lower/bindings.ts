import {
  type Expr,
  type ExprOf,
  type Iteration,
  numbered,
  required,
  substitute,
  unnumbered,
} from "@policyc/ir";
import { snakeCase } from "../naming.js";
import type { Body, Literal, Term } from "../syntax.js";
import { callsOf, variablesOf } from "../walk.js";
import type { Context } from "./context.js";
import { saysPresence, withoutEmptyFallback } from "./definedness.js";
import { withoutEmptyRecord } from "./paths.js";
import { presumed } from "./presumed.js";

/** A name for a new variable that the term does not read, and that no line before it binds. */
export function unread(wanted: string, term: Term, body: Body = []): string {
  const bound = body.flatMap((line) =>
    line.kind === "expr" ? [] : "key" in line ? [line.name, line.key] : [line.name],
  );
  const taken = new Set([...variablesOf(term), ...callsOf(term), ...bound]);
  return numbered(wanted, (name) => taken.has(name));
}

/** How lines say a test: by loops where nothing counts how often they succeed, by one line where a list is made. */
export type Tests = (where: Expr, cx: Context) => Body;

const byLoops: Tests = (where, cx) => cx.holds(where);

/** `some x in xs`; nothing to go through is the same as an empty list. A list that is made for this loop is not made. */
export function loop(iteration: Iteration, cx: Context, tests: Tests = byLoops): readonly Literal[] {
  const { binder, key, over } = iteration;
  if (key === undefined && over.kind === "collect" && over.into === "list")
    return loopOfCollected(iteration, over, cx, tests);
  const map = key === undefined && tests === byLoops ? keysOf(over) : undefined;
  if (map !== undefined)
    return [
      { kind: "some", key: snakeCase(binder.name), name: "_", over: cx.value(withoutEmptyFallback(map)) },
    ];
  return [
    {
      kind: "some",
      name: snakeCase(binder.name),
      over: cx.value(withoutEmptyFallback(over)),
      ...(key === undefined ? {} : { key: snakeCase(key.name) }),
    },
  ];
}

/** The map in `Object.keys(map)`: `some key, _ in map`, where no list is made of them, whose order would count. */
function keysOf(over: Expr): Expr | undefined {
  const [map] = over.kind === "call" && over.intrinsic === "map.keys" ? over.args : [];
  return map !== undefined && ["map", "record"].includes(required(map.type).kind) ? map : undefined;
}

/** `some x in [y | some y in ys; p(y)]` is `some x in ys; p(x)`. */
function loopOfCollected(
  { binder }: Iteration,
  over: ExprOf<"collect">,
  cx: Context,
  tests: Tests,
): readonly Literal[] {
  const { iteration, where, value, flatten } = over;
  const isFilter = !flatten && value.kind === "local" && value.name === iteration.binder.name;
  if (!isFilter) {
    const lines = [...loop(iteration, cx, tests), ...(where === undefined ? [] : tests(where, cx))];
    if (flatten) return [...lines, ...loop({ binder, over: value }, cx, tests)];
    return [...lines, { kind: "assign", name: snakeCase(binder.name), value: cx.total(value) }];
  }
  const element: Expr = { ...value, name: binder.name };
  const renamed = where === undefined ? undefined : substitute(where, new Map([[value.name, element]]));
  return [
    ...loop({ ...iteration, binder: { ...iteration.binder, name: binder.name } }, cx, tests),
    ...(renamed === undefined ? [] : tests(renamed, cx)),
  ];
}

/** The `const`s before a value, as assignments. */
export function bindings(expr: Expr, cx: Context): readonly Literal[] {
  return expr.kind === "let" ? [assign(expr.binder.name, expr.value, cx), ...bindings(expr.body, cx)] : [];
}

/** The value behind its `const`s. */
export function innermost(expr: Expr): Expr {
  return expr.kind === "let" ? innermost(expr.body) : expr;
}

/** `x := …`; what only a rule can say gets one that is named after it. */
export function assign(name: string, expr: Expr, cx: Context): Literal {
  const needsRule = expr.kind === "conditional" || expr.kind === "let";
  const value = needsRule ? cx.choice(`${unnumbered(name)}_of`, expr) : cx.total(expr);
  const plain = plainly(withoutEmptyRecord(expr), cx);
  return { kind: "assign", name: snakeCase(name), value, ...(plain === undefined ? {} : { plain }) };
}

function plainly(expr: Expr, cx: Context): Term | undefined {
  if (!saysPresence(expr)) return undefined;
  const plain = expr.kind === "call" ? cx.value(presumed(expr)) : cx.value(expr);
  return plain.kind === "ref" || plain.kind === "call" ? plain : undefined;
}
