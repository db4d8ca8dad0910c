import { re2Expression } from "./re2-expression.js";

/**
 * Does the regular expression match somewhere in the text? For patterns that come from parameters; write a pattern
 * that you know as `/…/.test(text)`. Anchor it with `^` and `$` where the whole text must match.
 *
 * The pattern means what it means in RE2, which every engine runs: `.` is any character but `\n`; `\s` is one of
 * `\t\n\f\r` and the space; `\d`, `\w` and `\b` are ASCII; `$` is the very end. It may begin with flags, as in
 * `(?i)`: `i` (ignore case), `s` (`.` matches `\n`), `m` (`^` and `$` at lines). Only what JavaScript has too can be
 * used: no classes such as `[[:alpha:]]` and `\pL`, no `\A`, `\z`, `\Q…\E`.
 *
 * @throws SyntaxError where the pattern is not one that JavaScript and RE2 share: no look-around, no
 * back-references, no `\u`. An engine fails on it too, and never lets the object pass.
 *
 * @example regexMatches("^team-[a-z]+$", "team-shop") // true
 */
export function regexMatches(pattern: string, text: string): boolean {
  return re2Expression(pattern).test(text);
}
