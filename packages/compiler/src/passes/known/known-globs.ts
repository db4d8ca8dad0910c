import { booleanType, type Expr, freeNames, type List, type Quantify, stringType } from "@policyc/ir";

/** More patterns than this are easier to read as a list. */
const fewPatterns = 8;

/**
 * `allowed.some((pattern) => globMatches(pattern, name))` of known patterns, by what each of them asks: those without a
 * wildcard are a list that has the text, of the others one starts with it, or ends with it. A pattern that only becomes
 * known when the policy runs is made an expression there, by fourteen replacements.
 */
export function matchesKnownGlobs(
  { quantifier, iteration, where, span }: Quantify,
  list: List,
): Expr | undefined {
  const { binder, key } = iteration;
  const asked = quantifier === "every" && where.kind === "not" ? where.operand : where;
  if ((quantifier === "every") !== (where.kind === "not") || key !== undefined) return undefined;
  if (asked.kind !== "call" || asked.intrinsic !== "globMatches") return undefined;
  const [pattern, text] = asked.args;
  if (pattern?.kind !== "local" || pattern.name !== binder.name) return undefined;
  if (text === undefined || freeNames(text).has(binder.name)) return undefined;
  const texts = list.items.filter(({ value }) => !hasWildcard(value));
  const patterns = list.items.filter(({ value }) => hasWildcard(value));
  if (list.items.length === 0 || patterns.length > fewPatterns || !list.items.every(isText)) return undefined;
  const words: Expr = { ...list, items: texts, type: { kind: "list", element: stringType } };
  const listed: Expr = { ...asked, intrinsic: "list.includes", args: [words, text] };
  const matched = patterns.map(({ value }): Expr => ({ ...asked, args: [value, text] }));
  const operands = [...(texts.length === 0 ? [] : [listed]), ...matched];
  const [only, second] = operands;
  const any: Expr =
    only !== undefined && second === undefined
      ? only
      : { kind: "logic", operator: "or", operands, type: booleanType, span };
  return quantifier === "some" ? any : { kind: "not", operand: any, type: booleanType, span };
}

function isText({ value }: List["items"][number]): boolean {
  return value.kind === "literal" && typeof value.value === "string";
}

function hasWildcard(expr: Expr): boolean {
  return expr.kind === "literal" && /[*?]/.test(String(expr.value));
}
