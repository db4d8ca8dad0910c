import { defect } from "@policyc/diagnostics";
import { type Binder, type Expr, literal, mayBeAbsent, optional, required } from "@policyc/ir";
import { also, eachValue, index, local, present, some } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { countedElement, countingOf, type LoopStatement, sourceOfLoop } from "../../syntax/loops.js";
import { descendantsOf, isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { destructure } from "../expressions/patterns.js";
import { usesIn } from "../variables/variable-uses.js";
import { elementName } from "./element-name.js";
import { declaredBy, givesPairs } from "./iteration.js";
import { openTurns, withoutIdlePosition } from "./turns.js";

/** The element of the first turn of which something holds: a name for it, absent where there is none, and the turn. */
export interface FirstTurn {
  readonly binder: Binder;
  readonly value: Expr;
  /** Is there one? */
  readonly found: Expr;
  readonly cx: Context;
}

/** Nothing where no turn is the one, or where more than the element makes it what it is. */
export function firstTurn(
  node: LoopStatement,
  holds: (cx: Context) => Expr | undefined,
  cx: Context,
): FirstTurn | undefined {
  if (isAskedForPosition(node, cx)) return undefined;
  const turns = openTurns(node, undefined, cx);
  if (turns === undefined || required(turns.iteration.over.type).kind !== "list") return undefined;
  const held = holds(turns.cx);
  if (held === undefined) return undefined;
  const span = cx.span(node);
  const where = also(turns.where, held, span);
  const iteration = withoutIdlePosition(turns.iteration, where);
  const { type } = iteration.binder;
  const name = cx.names.unique(firstNamed(node));
  const all: Expr = { ...eachValue(iteration, local(iteration.binder, span), span), where };
  const value = index(all, literal(0, span), optional(type), span);
  const binder = { name, type: optional(type) };
  // An element that may be absent itself does not tell.
  const found = mayBeAbsent(type) ? some(iteration, where, span) : present(local(binder, span));
  return { binder, value, found, cx: atElement(node, { name, type }, cx) };
}

/** Is it asked where in the list a turn is, otherwise than for the element there? */
function isAskedForPosition(node: LoopStatement, cx: Context): boolean {
  if (!ts.isForStatement(node)) return givesPairs(sourceOfLoop(node), cx);
  const position = countingOf(node)?.name;
  const uses = position === undefined ? [] : usesIn(node.statement, position);
  return uses.some((one) => {
    const access = one.parent;
    const isElement = ts.isElementAccessExpression(access) && access.argumentExpression === one;
    return !isElement || countedElement(access.expression, one) !== node;
  });
}

/** `firstVolume`: by the author's name, where that says more than `v`. */
function firstNamed(node: LoopStatement): string {
  const pattern = ts.isForStatement(node) ? undefined : declaredBy(node);
  const own = isA(ts.isIdentifier, pattern) && pattern.getText().length > 2 ? pattern.getText() : undefined;
  const element = own ?? elementName(sourceOf(node));
  return `first${element.charAt(0).toUpperCase()}${element.slice(1)}`;
}

function sourceOf(node: LoopStatement): ts.Expression {
  if (!ts.isForStatement(node)) return sourceOfLoop(node);
  const [counter] = descendantsOf(node.initializer, ts.isExpression);
  return countingOf(node)?.list ?? counter ?? defect("a loop without a counter");
}

/** Inside of the turn of an element that has a name. */
function atElement(node: LoopStatement, binder: Binder, cx: Context): Context {
  const inner = cx.insideLoop();
  if (!ts.isForStatement(node)) {
    const pattern = declaredBy(node);
    return pattern === undefined ? inner : destructure(pattern, local(binder, cx.span(node)), inner);
  }
  const over = local(binder, cx.span(node));
  return inner.insideTurn(node, { iteration: { over, binder }, around: cx });
}
