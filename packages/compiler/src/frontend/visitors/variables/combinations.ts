import {
  absent,
  type Expr,
  type Iteration,
  integerType,
  literal,
  mayBeAbsent,
  numberType,
  optional,
  stringType,
  type Type,
} from "@policyc/ir";
import { fromEnd } from "../../build/from-end.js";
import {
  call,
  compare,
  conditional,
  elementType,
  index,
  let_,
  local,
  logic,
  not,
  some,
} from "../../build/nodes.js";
import { once } from "../../build/once.js";
import type { Context } from "../../context.js";
import { oneOf } from "../../types/from-typescript.js";
import type { ts } from "../../typescript.js";
import { computed } from "../expressions/computed.js";
import { listOfElements, printable } from "../expressions/literals.js";
import { withElements } from "../expressions/set-elements.js";
import type { Step } from "./assignment.js";
import { collected, flattened } from "./collected-turns.js";
import { isExtreme, isOfFirst } from "./extreme-step.js";

type Span = Expr["span"];

/** How turns of a loop come together, where their order does not matter or is kept. */
export interface Combination {
  /** What a statement adds that adds nothing. */
  readonly nothing: (span: Span) => Expr;
  readonly one: (step: Step, cx: Context, span: Span) => Expr | undefined;
  readonly both: (first: Expr, second: Expr, node: ts.Node, cx: Context) => Expr;
  readonly each: (iteration: Iteration, turn: Expr, span: Span) => Expr;
  readonly after: (before: Expr, all: Expr, node: ts.Node, cx: Context) => Expr;
}

/** Which of the values that a loop sets stays: of one that leaves in nested loops nobody can say. */
export type LoopEnd = "first" | "last" | "any";

/** How these steps come together; `undefined` where they do not, or not with what the variable holds. */
export function combinationOf(
  steps: readonly Step[],
  before: Expr,
  { name, end }: { readonly name: string; readonly end: LoopEnd },
): Combination | undefined {
  const [meaning, another] = new Set(steps.map((step) => meaningOf(step, before)));
  if (another !== undefined || meaning === "set") {
    const isKnown = end !== "any" && steps.every(({ kind }) => kind === "set");
    return isKnown ? replacing(name, end, steps.length) : undefined;
  }
  switch (meaning) {
    case "add":
      if (before.type.kind === "string") return texts;
      if (before.type.kind !== "number") return undefined;
      return numbers(steps.every(({ kind }) => kind === "subtract") ? "subtract" : "add");
    case "true":
      return before.type.kind === "boolean" ? truths(true) : undefined;
    case "false":
      return before.type.kind === "boolean" ? truths(false) : undefined;
    case "append":
      return before.type.kind === "set" ? sets : lists;
    case "appendNew":
      return before.type.kind === "set" ? sets : before.kind === "list" ? distinct : undefined;
    case "min":
    case "max":
      if (before.kind === "absent")
        return steps.every(isOfFirst) ? extremesOfAny(`list.${meaning}`) : undefined;
      return before.type.kind === "number" || before.type.kind === "string"
        ? extremes(`list.${meaning}`)
        : undefined;
    default:
      return undefined;
  }
}

function meaningOf(step: Step, before: Expr): Step["kind"] | "true" | "false" {
  if (step.kind === "or" || step.kind === "and") return step.kind === "or" ? "true" : "false";
  if (step.kind === "subtract") return "add";
  if (step.kind !== "set" || step.to === undefined || before.type.kind !== "boolean") return step.kind;
  return step.to ? "true" : "false";
}

/** What turns add to a number, or take away from it. */
function numbers(direction: "add" | "subtract"): Combination {
  return {
    nothing: (span) => literal(0, span),
    one: (step, cx, span) => {
      if (step.kind !== "add" && step.kind !== "subtract") return undefined;
      const isAlong = step.kind === direction;
      if (step.by === 1) return literal(isAlong ? 1 : -1, span);
      const by = (step.beside ?? []).reduce(
        (all, one) => computed("+", all, cx.expression(one), one, cx),
        cx.expression(step.by),
      );
      return isAlong ? by : computed("-", literal(0, span), by, step.by, cx);
    },
    both: (first, second, node, cx) => sum(first, second, node, cx),
    each: (iteration, turn, span) => {
      const isWhole = turn.type.kind === "number" && turn.type.integer;
      return call("list.sum", [collected(iteration, turn, span)], span, isWhole ? integerType : numberType);
    },
    after: (before, all, node, cx) => {
      if (direction === "subtract") return computed("-", before, all, node, cx);
      const isFromZero = before.kind === "literal" && before.value === 0;
      return isFromZero ? all : computed("+", before, all, node, cx);
    },
  };
}

/** From left to right, as the author adds. */
function sum(first: Expr, second: Expr, node: ts.Node, cx: Context): Expr {
  if (second.kind !== "arithmetic" || second.operator !== "+") return computed("+", first, second, node, cx);
  return computed("+", sum(first, second.left, node, cx), second.right, node, cx);
}

const texts: Combination = {
  nothing: (span) => literal("", span),
  one: (step, cx, span) => {
    if (step.kind !== "add") return undefined;
    const added = step.by === 1 ? literal(1, span) : printable(step.by, cx);
    const parts = [added, ...(step.beside ?? []).map((one) => printable(one, cx))];
    const [only, another] = parts;
    const isAlone = another === undefined && only?.type.kind === "string";
    if (isAlone || added.kind === "invalid") return added;
    return { kind: "concat", parts, type: stringType, span };
  },
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
    each: some,
    after: (before, all, node, cx) => {
      const span = cx.span(node);
      if (before.kind === "literal" && before.value !== to) return to ? all : not(all, span);
      return to ? logic("or", [before, all], span) : logic("and", [before, not(all, span)], span);
    },
  };
}

/** What turns append, in their order. */
export const lists: Combination = {
  nothing: (span) => ({ kind: "list", items: [], type: listOf({ kind: "unknown" }), span }),
  one: (step, cx, span) => {
    if (step.kind !== "append" && step.kind !== "appendNew") return undefined;
    const added = listOfElements(step.by, span, cx);
    const [only, another] = added.items;
    return only?.spread && another === undefined ? only.value : added;
  },
  both: (first, second, node, cx) => joined(first, second, cx.span(node)),
  each: (iteration, turn, span) => flattened(iteration, turn, span),
  after: (before, all, node, cx) => joined(before, all, cx.span(node)),
};

/** What turns add to a set. */
const sets: Combination = {
  ...lists,
  after: (before, all, node, cx) => withElements(before, all, cx.span(node), cx),
};

/** What turns append that was not there before, to a list of known values that are there once. */
const distinct: Combination = {
  ...lists,
  after: (before, all, node, cx) => {
    const span = cx.span(node);
    return call("list.distinct", [joined(before, all, span)], span, all.type);
  },
};

/** `most = Math.max(most, x)`. */
function extremes(intrinsic: "list.min" | "list.max"): Combination {
  return {
    ...lists,
    one: (step, cx, span) => {
      if (!isExtreme(step)) return undefined;
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

/** `if (least === undefined || x < least) least = x;`: nothing where there is none. */
function extremesOfAny(intrinsic: "list.min" | "list.max"): Combination {
  return {
    ...extremes(intrinsic),
    after: (_, all, node, cx) => {
      const span = cx.span(node);
      const type = elementType(all);
      return once(all, "values", cx, (values) => {
        const isAny = compare(">", call("list.length", [values], span), literal(0, span), span);
        return conditional(isAny, call(intrinsic, [values], span, type), absent(span), optional(type), span);
      });
    },
  };
}

/** The last value that a turn sets, or the first one. */
export function replacing(name: string, end: Exclude<LoopEnd, "any">, steps: number): Combination {
  return {
    ...lists,
    one: (step, cx, span) => {
      if (step.kind !== "set") return undefined;
      const value = cx.expression(step.by);
      // In one list the engines want either values or what may be absent.
      if (mayBeAbsent(value.type) && steps > 1) return undefined;
      return { kind: "list", items: [{ spread: false, value }], type: listOf(value.type), span };
    },
    after: (before, all, node, cx) => {
      const span = cx.span(node);
      const element = elementType(all);
      const type = oneOf([element, before.type]);
      const read = (list: Expr): Expr =>
        end === "first"
          ? index(list, literal(0, span), optional(element), span)
          : fromEnd(list, 1, element, span, cx);
      const value = (list: Expr): Expr => {
        if (before.kind === "absent") return read(list);
        if (!mayBeAbsent(element)) return { kind: "coalesce", of: read(list), fallback: before, type, span };
        const isSet = compare(">", call("list.length", [list], span), literal(0, span), span);
        return conditional(isSet, read(list), before, type, span);
      };
      const binder = { name: cx.names.unique(`${name}Values`), type: all.type };
      const isReadOnce = end === "first" && !mayBeAbsent(element);
      return isReadOnce ? value(all) : let_(binder, all, value(local(binder, span)), span);
    },
  };
}

export function joined(first: Expr, second: Expr, span: Span): Expr {
  if (first.kind === "list" && first.items.length === 0) return second;
  const items = [first, second].map((value) => ({ spread: true, value }));
  return { kind: "list", items, type: second.type, span };
}

function listOf(element: Type): Type {
  return { kind: "list", element };
}
