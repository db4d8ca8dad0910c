/**
 * Does the regular expression match somewhere in the text? For patterns that come from parameters; write a
 * pattern that you know as `/…/.test(text)`. Anchor it with `^` and `$` where the whole text must match.
 * The syntax is what JavaScript and RE2 have in common: no look-around, no back-references.
 *
 * @example regexMatches("^team-[a-z]+$", "team-shop") // true
 */
export function regexMatches(pattern: string, text: string): boolean {
  return new RegExp(pattern, "u").test(text);
}
