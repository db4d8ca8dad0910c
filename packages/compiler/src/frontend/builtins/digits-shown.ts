import { type Digits, digitsOf } from "../static/digits.js";
import { constantOf } from "../static/evaluate.js";
import { isRegex, partsOf, type Regex } from "../static/regex.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isSame, isShown, namesIn, type Tested } from "../visitors/expressions/tests-before.js";

/** All whole numbers of so many digits are ones that a double holds. */
export const exactDigits = 15;

/** What a test before has shown of a text. */
export function digitsShown(
  text: ts.Expression,
  node: ts.Expression,
  readIn: (source: string) => Digits | undefined = digitsOf,
): Digits | undefined {
  const written = withoutFallback(text);
  const tested: Tested = { text: written.getText(), names: namesIn(written) };
  let found: Digits | undefined;
  isShown(node, (test, outcome) => {
    const digits = outcome ? digitsTested(test, tested, readIn) : undefined;
    if (digits !== undefined && (found === undefined || digits.most < found.most)) found = digits;
    return found !== undefined && found.most <= exactDigits;
  });
  return found;
}

function digitsTested(
  test: ts.Expression,
  of: Tested,
  readIn: (source: string) => Digits | undefined,
): Digits | undefined {
  const kept = constantOf(test);
  if (kept !== undefined) return digitsTested(bare(kept), of, readIn);
  const callee = ts.isCallExpression(test) ? test.expression : undefined;
  const [text] = ts.isCallExpression(test) ? test.arguments : [];
  if (!isA(ts.isPropertyAccessExpression, callee) || callee.name.text !== "test" || text === undefined)
    return undefined;
  const regex = regexAt(bare(callee.expression));
  const parts = regex === undefined ? undefined : partsOf(regex);
  if (parts === undefined || !/^[isu]*$/.test(parts.flags)) return undefined;
  const digits = readIn(parts.source);
  const written = withoutFallback(text);
  // What stands in for an absent text must not be let through as if it were the text.
  const isOfText = written === bare(text) || (digits !== undefined && digits.least > 0);
  return isOfText && isSame(written, of) ? digits : undefined;
}

/** `text` of `text ?? ""`. */
function withoutFallback(text: ts.Expression): ts.Expression {
  const written = bare(text);
  const isOr = ts.isBinaryExpression(written) && written.operatorToken.getText() === "??";
  return isOr && bare(written.right).getText() === '""' ? bare(written.left) : written;
}

function regexAt(node: ts.Expression): Regex | undefined {
  if (isRegex(node)) return node;
  const kept = constantOf(node);
  const regex = kept && bare(kept);
  return isRegex(regex) ? regex : undefined;
}
