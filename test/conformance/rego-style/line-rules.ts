import { isConditionOutsideLoop } from "./loops.js";
import {
  assignment,
  type Expression,
  isList,
  isLoop,
  isScalar,
  mentions,
  nameOf,
  type Rule,
  writtenAs,
} from "./syntax.js";

export interface Line {
  readonly expression: Expression;
  readonly before: readonly Expression[];
  readonly next: Expression | undefined;
  readonly rule: Rule;
}

/** Rules for a line of a body. */
export const lineRules: Readonly<Record<string, (line: Line) => boolean>> = {
  "defer-assignment": ({ expression, next, rule }) => {
    const [left] = assignment(expression) ?? [];
    if (left?.type !== "var" || next === undefined || isLoop(next) || assignment(next) !== undefined)
      return false;
    return !mentions(next, String(left.value)) && !mentions(rule.head, String(left.value));
  },
  "pointless-reassignment": ({ expression }) => {
    const sides = assignment(expression);
    return sides?.every(({ type }) => type === "var") ?? false;
  },
  "constant-condition": ({ expression: { terms }, rule }) =>
    !isList(terms) && "type" in terms && isScalar(terms) && (rule.body?.length ?? 0) > 1,
  "yoda-condition": ({ expression: { terms } }) => {
    if (!isList(terms)) return false;
    const [operator, left, right] = terms;
    const isComparison = ["equal", "neq", "lt", "lte", "gt", "gte"].includes(
      operator === undefined ? "" : (nameOf(operator) ?? ""),
    );
    return isComparison && isScalar(left) && !isScalar(right);
  },
  "single-item-in": ({ expression: { terms } }) => {
    if (!isList(terms)) return false;
    const [operator, , collection] = terms;
    const isMembership = operator !== undefined && nameOf(operator) === "internal.member_2";
    return (
      isMembership &&
      Array.isArray(collection?.value) &&
      collection.value.length === 1 &&
      (collection.type === "array" || collection.type === "set")
    );
  },
  "double-negative": ({ expression: { negated, terms } }) =>
    negated === true &&
    !isList(terms) &&
    "type" in terms &&
    /^(cannot|no|non|not)_/.test(String(terms.value)),
  "redundant-existence-check": ({ expression: { negated, terms }, next }) =>
    negated !== true &&
    next?.negated !== true &&
    !isList(terms) &&
    "type" in terms &&
    terms.type === "ref" &&
    next !== undefined &&
    isList(next.terms) &&
    writtenAs(next.terms).includes(writtenAs(terms)),
  "non-loop-expression": ({ expression, before }) => isConditionOutsideLoop(expression, before),
};
