import { type Expr, literal, mayBeAbsent } from "@policyc/ir";
import { Node, type RegularExpressionLiteral } from "ts-morph";
import { call } from "../build.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { countsUnits, unsupportedRegex } from "../diagnostics/text.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { writtenAt } from "../visitors/written.js";
import type { Method } from "./method.js";
import { toRe2 } from "./re2.js";

/** `/pattern/.test(text)`. */
export const test: Method = (node, receiver, cx) => {
  const [argument] = node.getArguments();
  const { node: regex } = writtenAt(receiver, cx);
  if (!Node.isRegularExpressionLiteral(regex) || !Node.isExpression(argument)) {
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
