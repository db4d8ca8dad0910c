import { type Digits, digitsOf } from "../static/digits.js";
import { constantOf } from "../static/evaluate.js";
import { isRegex, partsOf, type Regex } from "../static/regex.js";
import { resolve } from "../syntax/resolve.js";
import { type Said, saidBy } from "../syntax/said-by.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { areShownByFilter, isShownByFilter } from "../visitors/expressions/kept-by-filter.js";
import {
  holds,
  isSame,
  isShown,
  namesIn,
  type Shows,
  type Tested,
} from "../visitors/expressions/tests-before.js";

/** All whole numbers of so many digits are ones that a double holds. */
export const exactDigits = 15;

type ReadIn = (source: string) => Digits | undefined;

/** What a test before has shown of a text, or a `filter` of an element of its list. */
export function digitsShown(
  text: ts.Expression,
  node: ts.Expression,
  readIn: ReadIn = digitsOf,
): Digits | undefined {
  const written = withoutFallback(text);
  const tested: Tested = { text: written.getText(), names: namesIn(written) };
  return fewest((showing) => {
    const isByTest = isShown(
      node,
      showing((one) => isSame(one, tested), readIn),
    );
    return isByTest || isShownByFilter(written, (isAsked) => showing(isAsked, readIn));
  });
}

/** What a `filter` has shown of all elements of a list: `parts.filter((part) => /^\d{1,3}$/.test(part)).map(Number)`. */
export function digitsOfElements(list: ts.Expression): Digits | undefined {
  return fewest((showing) => areShownByFilter(list, (isAsked) => showing(isAsked, digitsOf)));
}

type Showing = (isOf: (node: ts.Expression) => boolean, readIn: ReadIn) => Shows;

type Asks = (
  test: ts.Expression,
  isOf: (node: ts.Expression) => boolean,
  readIn: ReadIn,
) => Digits | undefined;

/** The fewest digits that the tests which are gone through let pass, as far as it has to be asked. */
function fewest(go: (showing: Showing) => unknown, asks: Asks = digitsTested): Digits | undefined {
  let found: Digits | undefined;
  go((isOf, readIn) => (test, outcome) => {
    const digits = outcome ? asks(test, isOf, readIn) : undefined;
    if (digits !== undefined && (found === undefined || digits.most < found.most)) found = digits;
    return found !== undefined && found.most <= exactDigits;
  });
  return found;
}

/** What a test asks for, itself or by a function; a function in that might be the same again. */
function digitsTested(
  test: ts.Expression,
  isOf: (node: ts.Expression) => boolean,
  readIn: ReadIn,
): Digits | undefined {
  const said = saidBy(bare(constantOf(test) ?? test));
  return said === undefined ? digitsAsked(test, isOf, readIn) : digitsSaid(said, isOf, readIn);
}

function digitsAsked(
  test: ts.Expression,
  isOf: (node: ts.Expression) => boolean,
  readIn: ReadIn,
): Digits | undefined {
  const kept = constantOf(test);
  if (kept !== undefined) return digitsAsked(bare(kept), isOf, readIn);
  const callee = ts.isCallExpression(test) ? test.expression : undefined;
  const [text] = ts.isCallExpression(test) ? test.arguments : [];
  if (!isA(ts.isPropertyAccessExpression, callee) || callee.name.text !== "test" || text === undefined)
    return undefined;
  const regex = regexAt(bare(callee.expression));
  const parts = regex === undefined ? undefined : partsOf(regex);
  if (parts === undefined || !/^[isu]*$/.test(parts.flags)) return undefined;
  return ifOf(text, readIn(parts.source), isOf);
}

/** `isNumber(text)`, of a function that asks for digits. */
function digitsSaid(
  { of, parameter, body }: Said,
  isOf: (node: ts.Expression) => boolean,
  readIn: ReadIn,
): Digits | undefined {
  const isParameter = (node: ts.Expression): boolean =>
    ts.isIdentifier(node) && resolve(node)?.valueDeclaration === parameter;
  return ifOf(
    of,
    fewest((showing) => holds(body, true, showing(isParameter, readIn)), digitsAsked),
    isOf,
  );
}

/** The digits that a test lets through where it is of the text; what stands in for an absent one must not pass as if it were it. */
function ifOf(
  text: ts.Expression,
  digits: Digits | undefined,
  isOf: (node: ts.Expression) => boolean,
): Digits | undefined {
  const written = withoutFallback(text);
  const isOfText = written === bare(text) || (digits !== undefined && digits.least > 0);
  return isOfText && isOf(written) ? digits : undefined;
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
