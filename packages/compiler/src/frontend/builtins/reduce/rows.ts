import type { Expr } from "@policyc/ir";
import { either } from "../../build/either.js";
import { once } from "../../build/once.js";
import type { Context } from "../../context.js";
import { wrongArguments } from "../../diagnostics/syntax.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bindRow } from "../../visitors/rows/rows.js";
import { closureOf } from "../../visitors/rows/written.js";
import { returned } from "../callback.js";
import { type GuardedRow, guardedRows } from "../guarded-rows.js";
import type { Method } from "../method.js";

/** `steps.reduceRight((text, step) => step(text), text)`: of functions alone, from the last one on. */
export const reduceRight: Method = (node, receiver, cx) =>
  reducedRows(node, guardedRows(receiver, cx)?.toReversed(), cx) ??
  cx.invalid(
    wrongArguments(
      cx.span(node),
      "reduceRight",
      "use it for a list of functions, with an initial value; of any other list `list.toReversed().reduce(…)`",
    ),
  );

/**
 * `steps.reduce((text, step) => step(text), text)`: each step with what the one before it gave. Nothing where these are
 * no rows with functions in them.
 */
export function reducedRows(
  node: ts.CallExpression,
  rows: readonly GuardedRow[] | undefined,
  cx: Context,
): Expr | undefined {
  const [argument, initial] = node.arguments;
  const closure = argument !== undefined ? closureOf(argument, cx) : undefined;
  if (rows === undefined || closure === undefined || initial === undefined) return undefined;
  const { node: step, scope } = closure;
  const [accumulator, item, position] = step.parameters;
  const name = accumulator?.name;
  const isWritten = ts.isArrowFunction(step) || ts.isFunctionExpression(step);
  if (!isWritten || !isA(ts.isIdentifier, name) || position !== undefined) return undefined;
  const turn = (value: Expr, { row, when }: GuardedRow): Expr =>
    once(value, name.getText(), cx, (before) => {
      const inner = cx.seeing(scope).binding(name, { kind: "value", value: before });
      const after = returned(step, bindRow(item?.name, row, inner));
      return when === undefined ? after : either(when, after, before, cx.span(node));
    });
  return rows.reduce(turn, cx.expression(initial));
}
