import { assignment, type Expression, isList, isLoop, mentions, type Term } from "./syntax.js";

/** Is it a condition behind a loop that has nothing to do with it, nor with what is made of its elements? */
export function isConditionOutsideLoop(expression: Expression, before: readonly Expression[]): boolean {
  if (assignment(expression) !== undefined || isLoop(expression)) return false;
  if (!before.some(isLoop)) return false;
  const names: string[] = [];
  for (const line of before) names.push(...namesOf(line, names));
  return !names.some((name) => mentions(expression.terms, name));
}

/** The names that a loop binds, or an assignment that reads such a name. */
function namesOf(line: Expression, known: readonly string[]): readonly string[] {
  const [left, right] = assignment(line) ?? [];
  if (left !== undefined) return known.some((name) => mentions(right, name)) ? [String(left.value)] : [];
  return boundBy(line).map(({ value }) => String(value));
}

/** `k` and `x` in `some k, x in xs`. */
export function boundBy({ terms }: Expression): readonly Term[] {
  if (isList(terms) || !("symbols" in terms)) return [];
  return (terms.symbols ?? []).flatMap(({ value }): readonly Term[] =>
    Array.isArray(value) ? value.slice(1, -1) : [],
  );
}
