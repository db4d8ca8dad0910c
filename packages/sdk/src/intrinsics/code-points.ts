/**
 * The length of a text in Unicode code points, as Rego and CEL count: an emoji is one where `length` says two.
 *
 * @example codePointLength("😀") // 1
 */
export function codePointLength(text: string): number {
  return Array.from(text).length;
}

/**
 * A part of a text by Unicode code points, as Rego and CEL cut: `slice` cuts an emoji in two. Positions below 0 count
 * from the end, as those of `slice` do.
 *
 * @example codePointSlice("a😀b", 1, 2) // "😀"
 */
export function codePointSlice(text: string, start: number, end?: number): string {
  return Array.from(text).slice(start, end).join("");
}
