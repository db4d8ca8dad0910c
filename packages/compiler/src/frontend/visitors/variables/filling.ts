import type { Expr } from "@policyc/ir";
import type { Context } from "../../context.js";
import type { Value, Written } from "../../scope.js";
import type { ts } from "../../typescript.js";
import { afterPuts } from "./after-puts.js";
import { assignmentsOf } from "./assignments-below.js";
import { type Combination, joined } from "./combinations.js";
import type { Put } from "./filled-maps.js";
import { addsAll, ofStatements } from "./loop-changes.js";

/** What a map is after a statement that fills it, as those before it have; nothing where nobody can say. */
export function afterFilling(
  node: ts.Statement,
  of: ts.Symbol,
  before: Value,
  cx: Context,
): Value | undefined {
  const filledBy = [...(before.filledBy ?? []), { node, scope: cx.scope }];
  const puts = filledBy.flatMap((one) => putsOf(one.node, of));
  if (!addsAll(node, of)) return undefined;
  const adds = (how: Combination): Expr | undefined => addedBy(filledBy, of, how, cx);
  const value = afterPuts(puts, before.value.type, adds, { cx, span: cx.span(node) });
  return value && { kind: "value", value, filledBy };
}

/** What statements put into a map. */
export function putsOf(node: ts.Statement, of: ts.Symbol): readonly Put[] {
  return assignmentsOf(node, of).flatMap(({ step }) => (step?.kind === "put" ? [step.put] : []));
}

/** What statements add, one after the other. */
function addedBy(
  filledBy: readonly Written<ts.Statement>[],
  of: ts.Symbol,
  how: Combination,
  cx: Context,
): Expr | undefined {
  const parts = filledBy.map(({ node, scope }) => ofStatements([node], of, how, cx.seeing(scope)));
  const [first, ...others] = parts.flatMap((part) => part ?? []);
  return first && others.reduce((before, after) => joined(before, after, after.span), first);
}
