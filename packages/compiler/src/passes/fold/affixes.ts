import { type Conditional, type Expr, literal } from "@policyc/ir";
import { fingerprint } from "../tree/fingerprint.js";

/** `text.startsWith("v") ? text.slice(1) : text`: the text without what it begins or ends with, as `text.replace(/^v/, "")` says it. */
export function foldAffix(expr: Expr): Expr {
  if (expr.kind !== "conditional") return expr;
  const { test, span } = expr;
  const [text, affix] = test.kind === "call" ? test.args : [];
  if (test.kind !== "call" || text === undefined || affix?.kind !== "literal") return expr;
  const written = String(affix.value);
  const [start, end] = [test.intrinsic === "string.startsWith", test.intrinsic === "string.endsWith"];
  if (written === "" || !(start || end) || !isRestOf(text, [...written].length, expr, start)) return expr;
  const pattern = written.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
  const args = [text, literal(start ? `^${pattern}` : `${pattern}$`, span), literal("", span)];
  return { kind: "call", intrinsic: "string.replacePattern", args, type: expr.type, span };
}

/** Is it the text without so many characters, or else the text? */
function isRestOf(
  text: Expr,
  length: number,
  { then, else: otherwise }: Conditional,
  isStart: boolean,
): boolean {
  if (then.kind !== "call" || then.intrinsic !== "string.slice") return false;
  const [whole, start, end] = then.args;
  const isText = (of: Expr | undefined): boolean => of !== undefined && fingerprint(of) === fingerprint(text);
  const isCut = isStart
    ? isNumber(start, length) && end === undefined
    : isNumber(start, 0) && isNumber(end, -length);
  return isCut && isText(whole) && isText(otherwise);
}

function isNumber(expr: Expr | undefined, value: number): boolean {
  return expr?.kind === "literal" && expr.value === value;
}
