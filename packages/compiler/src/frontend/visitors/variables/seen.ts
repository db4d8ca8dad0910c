import { type Expr, integerType, literal, required } from "@policyc/ir";
import { call, compare, conditional, local, logic, some } from "../../build/nodes.js";
import { isAmong } from "../../builtins/array.js";
import type { Context } from "../../context.js";
import { unsupportedSyntax } from "../../diagnostics/syntax.js";
import { objectEquality } from "../../diagnostics/types.js";
import { isContinue, isLeaving } from "../../syntax/left-by.js";
import { type LoopStatement, turnOf } from "../../syntax/loops.js";
import { calledOfSdk } from "../../syntax/names.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, descendantsOf, isIn, nextSiblingsOf } from "../../syntax/tree.js";
import { declaringNodes } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { openTurns } from "../loops/turns.js";
import { statementsIn } from "../statements/ways.js";
import type { Step } from "./assignment.js";
import { assignmentsBelow } from "./assignments-below.js";
import { type Combination, lists } from "./combinations.js";
import { begunOf, dependsOnSettled, filledBefore } from "./filled-before.js";
import { addedBy as addedByAll } from "./filling.js";
import { ofLoop, ofStatements } from "./loop-changes.js";
import { addedToSeen, type SeenSet, type SetFilling, seenSetCalled } from "./seen-sets.js";

/**
 * `seen.has(value)`, `seen.includes(value)`: has a turn before this one added it, or a statement before? Nothing where it
 * is not asked by a turn that adds it.
 */
export function seenBefore(node: ts.CallExpression, cx: Context): Expr | undefined {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || !/^(?:has|includes)$/.test(callee.name.text))
    return undefined;
  const set = seenSetCalled(callee.expression);
  const filling = set?.fillings.find(({ statement }) => isIn(node, statement));
  if (set === undefined || filling === undefined) return undefined;
  const span = cx.span(node);
  // Whether a value was there already makes no difference to whether it is there after it was added.
  if (cx.isSettled(set.symbol)) return literal(false, span);
  const value = cx.expression(filling.value);
  if (value.kind === "invalid") return value;
  const { kind } = required(value.type);
  if (kind === "record" || kind === "list" || kind === "map")
    return cx.invalid(objectEquality(span, callee.name.text));
  const before = [...amongBegun(value, set, cx), ...addedByStatements(value, set, filling, cx)];
  const repeated = isAboutValueAlone(node, filling) ? addedTwice(value, set, filling, cx) : undefined;
  const turns =
    repeated === undefined ? filling.loops.map((loop) => addedBefore(value, loop, set, cx)) : [repeated];
  const parts = [...before, ...turns];
  const known = parts.flatMap((part) => part ?? []);
  const isKnown = known.length === parts.length && !dependsOnSettled(filling, cx);
  return isKnown
    ? named(logic("or", known, span), set)
    : cx.invalid(
        unsupportedSyntax(
          span,
          "a set that this loop fills",
          "use `keys.filter((other) => other === key).length > 1` for duplicates, on a list of all keys",
        ),
      );
}

/** Is it one of those that were there from the beginning? */
function amongBegun(value: Expr, { symbol }: SeenSet, cx: Context): readonly Expr[] {
  const over = begunOf(symbol, cx);
  if (over === undefined) return [];
  const list = over.kind === "call" && over.intrinsic === "set.of" ? over.args[0] : over;
  if (list?.kind === "list" && list.items.length === 0) return [];
  const by = required(over.type).kind === "set" ? "set.has" : "list.includes";
  return [isAmong(value, { over, by }, cx, value.span)];
}

/** By the statements before the one that is asked in. */
function addedByStatements(
  value: Expr,
  set: SeenSet,
  { statement }: SetFilling,
  cx: Context,
): readonly (Expr | undefined)[] {
  const filledBy = filledBefore(set, statement, cx);
  if (filledBy === undefined) return [undefined];
  if (filledBy.length === 0) return [];
  return [addedByAll(filledBy, set.symbol, adding(value), cx.settling([set.symbol]))];
}

/** A test that needs a rule of its own is called as the set is. */
function named(test: Expr, { symbol }: SeenSet): Expr {
  return test.kind === "logic" || test.kind === "quantify" ? { ...test, name: symbol.name } : test;
}

/**
 * `if (seen.has(key)) yield violation(`twice ${key}`)`: which turn says so makes no difference, so that nobody has to
 * know which one is the first.
 */
function isAboutValueAlone(asked: ts.CallExpression, filling: SetFilling): boolean {
  const choice = asked.parent;
  const { value, loops } = filling;
  const [outermost] = loops;
  if (!ts.isIfStatement(choice) || choice.expression !== asked || outermost === undefined) return false;
  if (!isAskedAsAdded(choice, filling)) return false;
  const otherwise = choice.elseStatement;
  const onlyAdds =
    otherwise === undefined ||
    statementsIn(otherwise).every((one) => ts.isExpressionStatement(one) && addedToSeen(one.expression));
  const then = choice.thenStatement;
  const parts = [then, ...descendantsOf(then)];
  // What is counted or collected is so once for each turn, and what is returned is that of the first one.
  if (
    assignmentsBelow(then).length > 0 ||
    parts.some((part) => ts.isReturnStatement(part) && !isContinue(part))
  )
    return false;
  const isLast = !parts.some(isContinue) || !nextSiblingsOf(choice).some((one) => doesMore(one, filling));
  return onlyAdds && isLast && !readsTurn(then, value.getText(), outermost);
}

/** Does a statement say something, or fill or change anything but the set? Of the turns that go on so far each does so. */
function doesMore(statement: ts.Node, { node }: SetFilling): boolean {
  if (descendantsOf(statement, ts.isYieldExpression).length > 0) return true;
  return statement !== node.parent && assignmentsBelow(statement).length > 0;
}

/**
 * Does a turn that asks add the value as well, and one that adds it ask? Otherwise one may ask that adds nothing, or two
 * may add it of which the first one asks.
 */
function isAskedAsAdded(choice: ts.IfStatement, { node }: SetFilling): boolean {
  if (
    choice.elseStatement !== undefined &&
    statementsIn(choice.elseStatement).some((one) => one === node.parent)
  )
    return true;
  const next = nextSiblingsOf(choice);
  const at = next.indexOf(node.parent);
  return (
    at >= 0 && !next.slice(0, at).some((one) => isLeaving(one) || descendantsOf(one, isLeaving).length > 0)
  );
}

/** Does it read anything of a turn but the value? Whom a violation blames makes no difference to what it says. */
function readsTurn(node: ts.Node, value: string, loop: LoopStatement): boolean {
  if (node.getText() === value) return false;
  if (ts.isCallExpression(node) && calledOfSdk(node) === "violation")
    return node.arguments.slice(0, 1).some((argument) => readsTurn(argument, value, loop));
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  const isOfTurn = declaringNodes(symbol).some((one) => ancestorsOf(one).includes(loop));
  return isOfTurn || ts.forEachChild(node, (child) => readsTurn(child, value, loop) || undefined) === true;
}

/** Do two turns add this value? */
function addedTwice(value: Expr, set: SeenSet, { loops }: SetFilling, cx: Context): Expr | undefined {
  const [loop] = loops;
  const turn = loop === undefined ? undefined : cx.turnOf(loop);
  if (loop === undefined || turn === undefined || required(turn.iteration.over.type).kind !== "list")
    return undefined;
  const { span } = value;
  const counting: Combination = {
    ...lists,
    one: (step, inner) => {
      const by = addedBy(step);
      if (by === undefined) return undefined;
      const none: Expr = { kind: "list", items: [], type: { kind: "list", element: integerType }, span };
      const one: Expr = { ...none, items: [{ spread: false, value: literal(1, span) }] };
      return conditional(compare("==", inner.expression(by), value, span), one, none, none.type, span);
    },
  };
  const same = ofLoop(loop, set.symbol, counting, turn.around.settling([set.symbol]));
  if (same === undefined) return undefined;
  return compare(">", call("list.length", [same], span), literal(1, span), span);
}

/** What a step adds to the set: it is one value, see `addedToSeen`. */
function addedBy(step: Step): ts.Expression | undefined {
  return step.kind === "append" ? step.by[0] : undefined;
}

/** By an earlier turn of one of the loops, in this turn of those around it. */
function addedBefore(value: Expr, loop: LoopStatement, set: SeenSet, cx: Context): Expr | undefined {
  const turn = cx.turnOf(loop);
  if (turn === undefined) return undefined;
  const { key, over } = turn.iteration;
  if (key === undefined || required(over.type).kind !== "list") return undefined;
  const span = cx.span(loop);
  const turns = openTurns(loop, "turn", turn.around);
  if (turns === undefined || turns.iteration.key === undefined || turns.where !== undefined) return undefined;
  const { iteration, cx: inner } = turns;
  const found = ofStatements(turnOf(loop), set.symbol, adding(value), inner.settling([set.symbol]));
  if (found === undefined) return undefined;
  const earlier = compare("<", local(turns.iteration.key, span), local(key, span), span);
  const where = logic("and", [earlier, found], span);
  return some(iteration, where, span);
}

/** Does a turn add this value? */
function adding(value: Expr): Combination {
  return {
    nothing: (span) => literal(false, span),
    one: (step, cx, span) => {
      const by = addedBy(step);
      return by && compare("==", cx.expression(by), value, span);
    },
    both: (first, second, node, cx) => logic("or", [first, second], cx.span(node)),
    each: some,
    after: (_, all) => all,
  };
}
