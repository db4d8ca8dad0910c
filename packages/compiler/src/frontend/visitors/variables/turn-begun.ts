import {
  type Binder,
  type Expr,
  freeNames,
  type Iteration,
  literal,
  required,
  substitute,
} from "@policyc/ir";
import { compare, conditional, elementType, index, let_, local } from "../../build/nodes.js";
import type { Context, Opened, Turn } from "../../context.js";
import { reassignment } from "../../diagnostics/flow.js";
import { type LoopStatement, turnOf } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { oneOf } from "../../types/from-typescript.js";
import type { ts } from "../../typescript.js";
import { computed } from "../expressions/computed.js";
import { openTurns } from "../loops/turns.js";
import { assignmentsOf, lastingIn } from "./assignments-below.js";
import { type Combination, combinationOf } from "./combinations.js";
import { chosen, ofStatements } from "./loop-changes.js";
import { type Change, withValues } from "./variables.js";

/** What the variables are when a turn begins: what those before it have made of them. */
export function turnBegun(
  node: LoopStatement,
  running: readonly ts.Identifier[],
  turn: Turn,
  cx: Context,
): Opened {
  const seen = cx.insideTurn(node, { ...turn, running: running.flatMap((name) => resolve(name) ?? []) });
  const changed = running.flatMap((name): Change[] => {
    const value = begunWith(node, name, turn, cx);
    if (value === undefined) cx.report(reassignment(cx.span(node)));
    return value === undefined ? [] : [{ name, meaning: { kind: "value", value } }];
  });
  return withValues(changed, seen);
}

function begunWith(
  node: LoopStatement,
  name: ts.Identifier,
  { iteration, around }: Turn,
  cx: Context,
): Expr | undefined {
  const symbol = resolve(name);
  const before = symbol === undefined ? undefined : around.scope.get(symbol);
  const position = required(iteration.over.type).kind === "list" ? iteration.key : undefined;
  if (symbol === undefined || before?.kind !== "value" || position === undefined) return undefined;
  const steps = assignmentsOf(node, symbol).flatMap(({ step }) => step ?? []);
  const how = combinationOf(steps, before.value, { name: name.text, end: "last" });
  const turns = openTurns(
    node,
    "turn",
    around.settling(lastingIn(node).flatMap((one) => resolve(one.name) ?? [])),
  );
  if (how === undefined || turns === undefined || around.isSettled(symbol)) return undefined;
  const inner = turns.cx.insideTurn(node, { iteration: turns.iteration, around });
  const own = ofStatements(turnOf(node), symbol, how, inner);
  if (own === undefined) return undefined;
  const begun = { before: before.value, how, iteration: turns.iteration, position };
  return ofEach(own, begun, node, cx) ?? ofEarlier(own, begun, node, cx);
}

interface Begun {
  readonly before: Expr;
  readonly how: Combination;
  /** Of the turns before. */
  readonly iteration: Iteration;
  /** Of the turn that begins. */
  readonly position: Binder;
}

/** Where every turn makes the same of it, the turn's own position says how often, and the element before it what was last. */
function ofEach(own: Expr, begun: Begun, node: ts.Node, cx: Context): Expr | undefined {
  const { before, how, iteration, position } = begun;
  const span = cx.span(node);
  const at = local(position, span);
  if (own.kind === "literal" && typeof own.value === "number") {
    const all = own.value === 1 ? at : computed("*", at, own, node, cx);
    return how.after(before, all, node, cx);
  }
  const [only, another] = own.kind === "list" ? own.items : [];
  if (only === undefined || only.spread || another !== undefined) return undefined;
  const { over, binder, key } = iteration;
  if (key !== undefined && freeNames(only.value).has(key.name)) return undefined;
  const previous = index(over, computed("-", at, literal(1, span), node, cx), elementType(over), span);
  const element = { name: cx.names.unique("before"), type: binder.type };
  const value = isPath(only.value)
    ? substitute(only.value, new Map([[binder.name, previous]]))
    : let_(element, previous, let_(binder, local(element, span), only.value, span), span);
  const type = oneOf([only.value.type, before.type]);
  return conditional(compare(">", at, literal(0, span), span), value, before, type, span);
}

/** `container.name`, which names what it reads once. */
function isPath(expr: Expr): boolean {
  return expr.kind === "field" ? isPath(expr.of) : expr.kind === "local";
}

/** What the turns before it add. */
function ofEarlier(own: Expr, begun: Begun, node: ts.Node, cx: Context): Expr | undefined {
  const { before, how, iteration, position } = begun;
  const span = cx.span(node);
  if (iteration.key === undefined) return undefined;
  const isEarlier = compare("<", local(iteration.key, span), local(position, span), span);
  const turn = chosen(isEarlier, own, how.nothing(span), span);
  return how.after(before, how.each(iteration, turn, span), node, cx);
}
