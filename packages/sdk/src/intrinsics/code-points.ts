/**
 * The length of a text in Unicode code points, as Rego and CEL count: an emoji is one where `length` says two.
 *
 * @example codePointLength("😀") // 1
 */
export function codePointLength(text: string): number {
  return Array.from(text).length;
}
