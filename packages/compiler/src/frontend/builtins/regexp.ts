import { type Expr, mayBeAbsent } from "@policyc/ir";
import { type Expression, Node, type RegularExpressionLiteral } from "ts-morph";
import { call, literal } from "../build.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { unsupportedRegex } from "../diagnostics/text.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { bare } from "../visitors/operators.js";
import type { Method } from "./method.js";

/** JavaScript's `\s` and RE2's differ: JavaScript's set, written out. */
const whiteSpace =
  "\\t\\n\\v\\f\\r \\x{00a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";

const refused: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, "it looks ahead or behind"],
  [/\\[1-9]|\\k</, "it refers back to a group"],
  [/\\[uc]/, "escapes by code are written differently"],
  [/\\[bB]/, "word boundaries differ outside ASCII"],
  [/\[\]|\[\^\]/, "RE2 has no empty class"],
];

/** `/pattern/.test(text)`. */
export const test: Method = (node, receiver, cx) => {
  const [argument] = node.getArguments();
  const regex = regexLiteral(receiver);
  if (regex === undefined || !Node.isExpression(argument)) {
    return cx.invalid(
      wrongArguments(
        cx.span(node),
        node.getText(),
        "use `/pattern/.test(text)`, or `regexMatches(pattern, text)` for a pattern from a parameter",
      ),
    );
  }
  const text = cx.expression(argument);
  if (text.kind !== "invalid" && mayBeAbsent(text.type))
    return cx.invalid(mayBeAbsentHere(cx.span(argument), `\`${argument.getText()}\``));
  return call("string.matches", [pattern(regex, cx), text], cx.span(node));
};

/** The literal itself, or the one that a `const` of any module holds. */
function regexLiteral(written: Expression): RegularExpressionLiteral | undefined {
  const node = bare(written);
  if (Node.isRegularExpressionLiteral(node)) return node;
  if (!Node.isIdentifier(node)) return undefined;
  const symbol = node.getSymbol();
  const declaration = (symbol?.isAlias() ? symbol.getAliasedSymbol() : symbol)?.getValueDeclaration();
  const initializer = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
  return initializer === undefined ? undefined : regexLiteral(initializer);
}

function pattern(node: RegularExpressionLiteral, cx: Context): Expr {
  const span = cx.span(node);
  const { pattern: source, flags } = parts(node);
  if (!["", "u"].includes(flags))
    return cx.invalid(unsupportedRegex(span, node.getText(), `flags \`${flags}\` are not supported`));
  const problem = refused.find(([syntax]) => syntax.test(source));
  if (problem !== undefined) return cx.invalid(unsupportedRegex(span, node.getText(), problem[1]));
  return literal(asRe2(source), span);
}

function parts(node: RegularExpressionLiteral): { pattern: string; flags: string } {
  const text = node.getText();
  const end = text.lastIndexOf("/");
  return { pattern: text.slice(1, end), flags: text.slice(end + 1) };
}

/** The same set of texts, in RE2: `$` is the very end there too, `.` leaves out JavaScript's four line ends. */
function asRe2(source: string): string {
  let inClass = false;
  return source.replace(/\\[\s\S]|[[\].$]/g, (token) => {
    if (token === "[") inClass = true;
    if (token === "]") inClass = false;
    if (token === "\\/") return "/";
    if (token === "\\s") return inClass ? whiteSpace : `[${whiteSpace}]`;
    if (token === "\\S" && !inClass) return `[^${whiteSpace}]`;
    if (token === "." && !inClass) return "[^\\n\\r\\x{2028}\\x{2029}]";
    return token;
  });
}
