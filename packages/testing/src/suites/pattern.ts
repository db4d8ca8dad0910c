import type { Pattern } from "./suite.js";

/** `/…/` and `/…/i` are regular expressions; anything else is text that a message contains. Throws on a bad expression. */
export function patternOf(written: string): Pattern {
  const expression = /^\/(.+)\/([imsu]*)$/s.exec(written);
  if (expression === null) return { written, matches: (message) => message.includes(written) };
  const [, source = "", flags = ""] = expression;
  return regularExpression(source, flags, written);
}

/** gator's `message` is always a regular expression, in RE2's syntax, found anywhere. */
export function gatorPatternOf(written: string): Pattern {
  const flags = /^\(\?([ims]+)\)/.exec(written);
  return regularExpression(
    flags === null ? written : written.slice(flags[0].length),
    flags?.[1] ?? "",
    written,
  );
}

function regularExpression(source: string, flags: string, written: string): Pattern {
  const expression = new RegExp(source, flags);
  return { written, matches: (message) => expression.test(message) };
}
