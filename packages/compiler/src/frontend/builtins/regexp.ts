import { type Expr, mayBeAbsent } from "@policyc/ir";
import { type Expression, Node, type RegularExpressionLiteral } from "ts-morph";
import { call, literal } from "../build.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { countsUnits, unsupportedRegex } from "../diagnostics/text.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { bare } from "../visitors/operators.js";
import type { Method } from "./method.js";
import { toRe2 } from "./re2.js";

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
  const text = node.getText();
  const end = text.lastIndexOf("/");
  const translation = toRe2(text.slice(1, end), text.slice(end + 1));
  if (translation.kind === "same") return literal(translation.pattern, span);
  return cx.invalid(
    translation.kind === "units" ? countsUnits(span, text) : unsupportedRegex(span, text, translation.why),
  );
}
