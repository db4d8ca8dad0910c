import { type Expr, mayBeAbsent } from "@policyc/ir";
import { type BindingElement, type BindingName, type Expression, Node } from "ts-morph";
import type { Context } from "../context.js";
import { carriesFunctions } from "../types/carries-functions.js";
import { choiceOf, choosesAmongWritten, partsOf, unconditional, valueAt } from "./alternatives.js";

/** A name in a pattern, and which field or element it is for. */
export interface Part {
  readonly node: BindingElement;
  readonly key: string | number;
}

/**
 * `const { says, level } = rules.find((rule) => rule.test(c));`, where a test has shown that there is one: each name is
 * declared by itself. Nothing where a part is a function, or is not that plain.
 */
export function partsOfChosenRow(
  pattern: BindingName,
  row: Expression,
  cx: Context,
): readonly Part[] | undefined {
  if (Node.isIdentifier(pattern) || !choosesAmongWritten(row, cx)) return undefined;
  const isList = Node.isArrayBindingPattern(pattern);
  const parts = pattern.getElements().flatMap((node, position): readonly Part[] => {
    if (!Node.isBindingElement(node)) return [];
    return [{ node, key: isList ? position : (node.getPropertyNameNode()?.getText() ?? node.getName()) }];
  });
  const isKnown = parts.every(({ node, key }) => isPlain(node) && partsOf(row, key, cx) !== undefined);
  return isKnown ? parts : undefined;
}

function isPlain(element: BindingElement): boolean {
  const isWhole = element.getInitializer() === undefined && element.getDotDotDotToken() === undefined;
  return isWhole && !carriesFunctions(element.getNameNode());
}

/** What a part of a chosen row is: a choice among those of the rows. */
export function partOfChosenRow({ node, key }: Part, row: Expression, cx: Context): Expr | undefined {
  const all = partsOf(row, key, cx);
  if (all === undefined) return undefined;
  const isThere = !mayBeAbsent(cx.type(row)) && all.at(-1)?.written === undefined;
  const span = cx.span(node);
  const values = (isThere ? unconditional(all.slice(0, -1)) : all).map(({ written, ...one }) => ({
    ...one,
    value: valueAt(written, span, cx),
  }));
  return choiceOf(values, span);
}
