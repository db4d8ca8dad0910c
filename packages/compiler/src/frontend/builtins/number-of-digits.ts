import type { Span } from "@policyc/diagnostics";
import type { Expr } from "@policyc/ir";
import { call } from "../build/nodes.js";
import type { Digits } from "../static/digits.js";
import type { ts } from "../typescript.js";
import { thatIsThere } from "../visitors/expressions/chain.js";
import { digitsOfAnyPart } from "./digits-of-parts.js";
import { digitsOfElements, exactDigits } from "./digits-shown.js";

/** `text.split(".").map(Number)`, `parts.filter((part) => /^\d+$/.test(part)).map(Number)`: what it does with a part; nothing where that may be something else than digits. */
export function numberOfParts(list: ts.Expression): ((part: Expr, span: Span) => Expr) | undefined {
  const digits = digitsOfAnyPart(list, list) ?? digitsOfElements(list);
  if (digits === undefined || digits.most > exactDigits) return undefined;
  return (part, span) => numberOfDigits(part, digits, span);
}

/** The number that digits say. */
export function numberOfDigits(text: Expr, digits: Digits, span: Span): Expr {
  const intrinsic = digits.mayLeadWithZeros ? "number.ofDigits" : "number.ofPlainDigits";
  return call(intrinsic, [thatIsThere(text)], span);
}
