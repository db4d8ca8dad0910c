import { type Group, groupsOf } from "@policyc/ir";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { evaluate } from "./evaluate.js";

/** A regular expression of which the text is known: `/^[a-z]+$/`, ``new RegExp(`^(?:${names.join("|")})$`)``. */
export type Regex = ts.RegularExpressionLiteral | ts.NewExpression;

/** What stands between the slashes, and behind them. */
export interface RegexParts {
  readonly source: string;
  readonly flags: string;
}

export function isRegex(node: ts.Node | undefined): node is Regex {
  return (
    isA(ts.isRegularExpressionLiteral, node) || (isA(ts.isNewExpression, node) && made(node) !== undefined)
  );
}

export function partsOf(node: Regex): RegexParts {
  if (ts.isNewExpression(node)) return made(node) ?? { source: "", flags: "" };
  const text = node.getText();
  const end = text.lastIndexOf("/");
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
}

/** What the groups of a pattern are called, in their order: `registry` of `(?<registry>[^/]+)`, nothing of `([^/]+)`. */
export function groupNames(source: string): readonly (string | undefined)[] {
  return [...source.matchAll(groupOrOther)].flatMap(({ 0: text, groups }) =>
    text.startsWith("(") ? [groups?.["name"]] : [],
  );
}

const groupOrOther = /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?<(?<name>[^>]+)>|(?!\?))/g;

/** The groups of a pattern, as RE2 would have them, whatever they are called and however a character is written. */
export function groupsIn(source: string): readonly Group[] {
  const named = source.replace(groupOrOther, (text) => (text.startsWith("(") ? "(" : text));
  return groupsOf(
    named.replace(/\\(?:u\{[^}]*\}|u.{4}|x..|[\s\S])/g, (text) => (text.length > 2 ? "x" : text)),
  );
}

/** May it match where nothing stands? RE2 and JavaScript do not agree on how often. */
export function mayMatchNothing(source: string): boolean {
  const withoutPlaces = source.replace(placeOrOther, (text) =>
    /^(?:\\[bB]|[\^$])$/.test(text) ? "(?:)" : text,
  );
  return new RegExp(`^(?:${withoutPlaces})$`).test("");
}

const placeOrOther = /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[\^$]/g;

/** Does it ask for all matches? */
export function isGlobal(node: Regex | undefined): boolean {
  return node !== undefined && partsOf(node).flags.includes("g");
}

/** Nothing where the text is not known, or is no regular expression: JavaScript would throw. */
function made({ expression, arguments: given }: ts.NewExpression): RegexParts | undefined {
  if (expression.getText() !== "RegExp") return undefined;
  const [source, flags = ""] = (given ?? []).map(evaluate);
  if (typeof source !== "string" || typeof flags !== "string") return undefined;
  try {
    const regex = new RegExp(source, flags);
    return { source: regex.source, flags: regex.flags };
  } catch {
    return undefined;
  }
}
