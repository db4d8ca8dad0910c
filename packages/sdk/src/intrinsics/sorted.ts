/**
 * The texts in the order of their code points. JavaScript's own `sort` compares UTF-16 units, and changes the list.
 *
 * @example sorted(["b", "a"]) // ["a", "b"]
 */
export function sorted(texts: readonly string[]): string[] {
  return [...texts].sort(byCodePoint);
}

function byCodePoint(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  const position = left.findIndex((char, at) => char !== right[at]);
  if (position === -1) return left.length - right.length;
  return (left[position]?.codePointAt(0) ?? 0) - (right[position]?.codePointAt(0) ?? -1);
}
