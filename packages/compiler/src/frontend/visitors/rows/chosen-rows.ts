import { type Expr, mayBeAbsent } from "@policyc/ir";
import { orDefault } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { fieldTakenBy } from "../../syntax/tree.js";
import { carriesFunctions } from "../../types/carries-functions.js";
import { ts } from "../../typescript.js";
import { choiceOf, choosesAmongWritten, partsOf, unconditional, valueAt } from "./alternatives.js";

/** A name in a pattern, and which field or element it is for. */
export interface Part {
  readonly node: ts.BindingElement;
  readonly key: string | number;
}

/**
 * `const { says, level } = rules.find((rule) => rule.test(c));`, where a test has shown that there is one: each name is
 * declared by itself. Nothing where a part is a function, or is not that plain.
 */
export function partsOfChosenRow(
  pattern: ts.BindingName,
  row: ts.Expression,
  cx: Context,
): readonly Part[] | undefined {
  if (ts.isIdentifier(pattern) || !choosesAmongWritten(row, cx)) return undefined;
  const isList = ts.isArrayBindingPattern(pattern);
  const elements = pattern.elements.flatMap((node, position) => {
    if (!ts.isBindingElement(node)) return [];
    return [{ node, key: isList ? position : fieldTakenBy(node) }];
  });
  const parts = elements.flatMap(({ node, key }): readonly Part[] =>
    key === undefined ? [] : [{ node, key }],
  );
  const isKnown =
    parts.length === elements.length &&
    parts.every(({ node, key }) => isPlain(node) && partsOf(row, key, cx) !== undefined);
  return isKnown ? parts : undefined;
}

function isPlain(element: ts.BindingElement): boolean {
  return element.dotDotDotToken === undefined && !carriesFunctions(element.name);
}

/** What a part of a chosen row is: a choice among those of the rows. */
export function partOfChosenRow({ node, key }: Part, row: ts.Expression, cx: Context): Expr | undefined {
  const all = partsOf(row, key, cx);
  if (all === undefined) return undefined;
  const isThere = !mayBeAbsent(cx.type(row)) && all.at(-1)?.written === undefined;
  const span = cx.span(node);
  const values = (isThere ? unconditional(all.slice(0, -1)) : all).map(({ written, ...one }) => ({
    ...one,
    value: valueAt(written, span, cx),
  }));
  const value = choiceOf(values, span);
  return node.initializer === undefined || !mayBeAbsent(value.type)
    ? value
    : orDefault(value, cx.expression(node.initializer));
}
