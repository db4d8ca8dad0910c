import type { Expr } from "@policyc/ir";
import { call } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { filledOtherwise } from "../../diagnostics/flow.js";
import type { Value, Written } from "../../scope.js";
import { isIn } from "../../syntax/tree.js";
import type { ts } from "../../typescript.js";
import { withElements } from "../expressions/set-elements.js";
import { afterPuts } from "./after-puts.js";
import { assignmentsOf } from "./assignments-below.js";
import { type Combination, joined, lists } from "./combinations.js";
import { begunWith } from "./filled-before.js";
import { type FilledHere, filledIn } from "./fills-seen.js";
import { addsAll, ofStatements } from "./loop-changes.js";
import { usesIn } from "./variable-uses.js";
import type { Change } from "./variables.js";

/** What a map is after a statement that fills it, as those before it have; nothing where nobody can say. */
export function afterFilling(
  node: ts.Statement,
  of: ts.Symbol,
  before: Value,
  cx: Context,
): Value | undefined {
  const filledBy = [...(before.filledBy ?? []), { node, scope: cx.scope }];
  const assignments = filledBy.flatMap((one) => assignmentsOf(one.node, of));
  const puts = assignments.flatMap(({ step }) => (step?.kind === "put" ? [step.put] : []));
  if (
    !addsAll(
      node,
      assignments.map((one) => one.node),
    )
  )
    return undefined;
  const adds = (how: Combination): Expr | undefined => addedBy(filledBy, of, how, cx);
  const begun = begunWith(before);
  const value = afterPuts(puts, begun, adds, { cx, span: cx.span(node) });
  return value && { kind: "value", value, begunWith: begun, filledBy };
}

/** What statements add, one after the other. */
export function addedBy(
  filledBy: readonly Written<ts.Statement>[],
  of: ts.Symbol,
  how: Combination,
  cx: Context,
): Expr | undefined {
  const parts = filledBy.map(({ node, scope }) => {
    const added = ofStatements([node], of, how, cx.seeing(scope));
    return added && { added, node };
  });
  const [first, ...others] = parts.flatMap((part) => part ?? []);
  return first && others.reduce((before, { added, node }) => how.both(before, added, node, cx), first.added);
}

/** What those statements see that come after one, of the sets and maps that its turns ask and fill. */
export function seenFilled(node: ts.Statement, cx: Context): readonly Change[] {
  return filledIn(node).flatMap((one) => {
    const before = cx.isSettled(one.seen.symbol) ? undefined : cx.scope.get(one.seen.symbol);
    const isHere = one.filling.statement === node && before?.kind === "value";
    return isHere ? (filledTo(one, before, cx) ?? []) : [];
  });
}

function filledTo({ seen, filling }: FilledHere, before: Value, cx: Context): Change | undefined {
  const { name, symbol, fillings } = seen;
  const { statement } = filling;
  const later = usesIn(statement.parent, name).filter((use) => use.pos >= statement.end);
  if (later.length === 0) return undefined;
  const isKnown = addsAll(
    statement,
    fillings.map(({ node }) => node),
  );
  const filledBy = isKnown ? [...(before.filledBy ?? []), { node: statement, scope: cx.scope }] : [];
  const isRead = later.some((use) => !fillings.some((one) => isIn(use, one.statement)));
  const begun = begunWith(before);
  if (!isRead) return { name, meaning: { ...before, begunWith: begun, filledBy } };
  const adds = (how: Combination): Expr | undefined => addedBy(filledBy, symbol, how, cx.settling([symbol]));
  const place = { cx, span: cx.span(statement) };
  const value = isKnown ? filledValue(seen, adds, begun, place) : undefined;
  const meaning = value ?? cx.invalid(filledOtherwise(cx.span(filling.node), name.text));
  return { name, meaning: { kind: "value", value: meaning, begunWith: begun, filledBy } };
}

function filledValue(
  seen: FilledHere["seen"],
  adds: (how: Combination) => Expr | undefined,
  begun: Expr,
  { cx, span }: { readonly cx: Context; readonly span: Expr["span"] },
): Expr | undefined {
  const { type } = begun;
  if ("keepsFirst" in seen) {
    const puts = seen.fillings.map(({ put }) => put);
    return afterPuts(puts, begun, adds, { cx, span, keepsFirst: seen.keepsFirst });
  }
  const all = adds(lists);
  if (all === undefined) return undefined;
  if (type.kind === "set") return withElements(begun, all, span, cx);
  const whole = joined(begun, all, span);
  if (!seen.isDistinct) return whole;
  return isDistinct(begun) ? call("list.distinct", [whole], span, whole.type) : undefined;
}

/** Has a list that is written out each value once? */
function isDistinct(list: Expr): boolean {
  const items = list.kind === "list" ? list.items : undefined;
  const values = items?.flatMap(({ value, spread }) =>
    value.kind === "literal" && !spread ? [value.value] : [],
  );
  return items !== undefined && new Set(values).size === items.length;
}
