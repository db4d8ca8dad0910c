import {
  booleanType,
  type Expr,
  freeNames,
  type Iteration,
  integerType,
  numberType,
  stringType,
  type Type,
} from "@policyc/ir";
import { Node } from "ts-morph";
import { call, let_, literal, logic, not } from "../build.js";
import type { Context } from "../context.js";
import type { Step } from "./assignment.js";
import { computed } from "./operators.js";

type Span = Expr["span"];

/** How turns of a loop come together, where their order does not matter or is kept. */
export interface Combination {
  /** What a statement adds that adds nothing. */
  readonly nothing: (span: Span) => Expr;
  readonly one: (step: Step, cx: Context, span: Span) => Expr | undefined;
  readonly both: (first: Expr, second: Expr, node: Node, cx: Context) => Expr;
  readonly each: (iteration: Iteration, turn: Expr, span: Span) => Expr;
  readonly after: (before: Expr, all: Expr, node: Node, cx: Context) => Expr;
}

/** How these steps come together; `undefined` where they do not, or not with what the variable holds. */
export function combinationOf(steps: readonly Step[], before: Expr): Combination | undefined {
  const [first] = steps;
  if (first === undefined || !steps.every((step) => meaning(step) === meaning(first))) return undefined;
  switch (meaning(first)) {
    case "add":
      return before.type.kind === "string" ? texts : before.type.kind === "number" ? numbers : undefined;
    case "true":
      return before.type.kind === "boolean" ? truths(true) : undefined;
    case "false":
      return before.type.kind === "boolean" ? truths(false) : undefined;
    case "append":
      return lists;
    case "min":
    case "max":
      return before.type.kind === "number"
        ? extremes(first.kind === "min" ? "list.min" : "list.max")
        : undefined;
    default:
      return undefined;
  }
}

function meaning(step: Step): string {
  if (step.kind === "set") return String(step.to);
  return step.kind === "or" ? "true" : step.kind === "and" ? "false" : step.kind;
}

const numbers: Combination = {
  nothing: (span) => literal(0, span),
  one: (step, cx, span) =>
    step.kind !== "add" ? undefined : step.by === 1 ? literal(1, span) : cx.expression(step.by),
  both: (first, second, node, cx) => computed("+", first, second, node, cx),
  each: (iteration, turn, span) => {
    const isWhole = turn.type.kind === "number" && turn.type.integer;
    return call("list.sum", [collected(iteration, turn, span)], span, isWhole ? integerType : numberType);
  },
  after: (before, all, node, cx) =>
    before.kind === "literal" && before.value === 0 ? all : computed("+", before, all, node, cx),
};

const texts: Combination = {
  nothing: (span) => literal("", span),
  one: (step, cx) => (step.kind === "add" && step.by !== 1 ? cx.expression(step.by) : undefined),
  both: (first, second, node, cx) => computed("+", first, second, node, cx),
  each: (iteration, turn, span) =>
    call("list.join", [collected(iteration, turn, span), literal("", span)], span, stringType),
  after: (before, all, node, cx) =>
    before.kind === "literal" && before.value === "" ? all : computed("+", before, all, node, cx),
};

/** `found = true` of any turn, or `fine = false` of any turn. */
function truths(to: boolean): Combination {
  return {
    nothing: (span) => literal(false, span),
    one: (step, cx, span) => {
      if (step.kind === "set") return literal(true, span);
      if (step.kind !== "or" && step.kind !== "and") return undefined;
      const held = step.by === 1 ? literal(true, span) : cx.condition(step.by);
      return step.kind === "or" ? held : not(held, span);
    },
    both: (first, second, node, cx) => logic("or", [first, second], cx.span(node)),
    each: (iteration, where, span) => ({
      kind: "quantify",
      quantifier: "some",
      iteration,
      where,
      type: booleanType,
      span,
    }),
    after: (before, all, node, cx) => {
      const span = cx.span(node);
      if (before.kind === "literal" && before.value !== to) return to ? all : not(all, span);
      return to ? logic("or", [before, all], span) : logic("and", [before, not(all, span)], span);
    },
  };
}

const lists: Combination = {
  nothing: (span) => ({ kind: "list", items: [], type: listOf({ kind: "unknown" }), span }),
  one: (step, cx, span) => {
    if (step.kind !== "append" || step.by === 1) return undefined;
    const spread = Node.isSpreadElement(step.by);
    const value = cx.expression(Node.isSpreadElement(step.by) ? step.by.getExpression() : step.by);
    const type = spread ? value.type : listOf(value.type);
    return spread ? value : { kind: "list", items: [{ spread: false, value }], type, span };
  },
  both: (first, second, node, cx) => joined(first, second, cx.span(node)),
  each: (iteration, turn, span) => flattened(iteration, turn, span),
  after: (before, all, node, cx) => joined(before, all, cx.span(node)),
};

/** `most = Math.max(most, x)`. */
function extremes(intrinsic: "list.min" | "list.max"): Combination {
  return {
    ...lists,
    one: (step, cx, span) => {
      if (step.kind !== "min" && step.kind !== "max") return undefined;
      const value = step.by === 1 ? literal(1, span) : cx.expression(step.by);
      return { kind: "list", items: [{ spread: false, value }], type: listOf(value.type), span };
    },
    after: (before, all, node, cx) => {
      const span = cx.span(node);
      const items = [
        { spread: false, value: before },
        { spread: true, value: all },
      ];
      return call(intrinsic, [{ kind: "list", items, type: all.type, span }], span, before.type);
    },
  };
}

function joined(first: Expr, second: Expr, span: Span): Expr {
  if (first.kind === "list" && first.items.length === 0) return second;
  const items = [first, second].map((value) => ({ spread: true, value }));
  return { kind: "list", items, type: second.type, span };
}

function collected(iteration: Iteration, turn: Expr, span: Span): Expr {
  const { where, value } = guarded(turn);
  const type = listOf(turn.type);
  return { kind: "collect", iteration, ...where, value, flatten: false, into: "list", type, span };
}

/** A turn that adds one element, or none, needs no flattening. */
function flattened(iteration: Iteration, turn: Expr, span: Span): Expr {
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
  return turn.kind === "conditional" && isNothing(turn.else)
    ? { where: { where: turn.test }, value: turn.then }
    : { where: {}, value: turn };
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

function listOf(element: Type): Type {
  return { kind: "list", element };
}
