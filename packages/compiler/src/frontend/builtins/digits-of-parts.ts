import type { Digits } from "../static/digits.js";
import { constantOf, evaluate } from "../static/evaluate.js";
import { digitsOfParts, eitherOf, type Place } from "../static/split-digits.js";
import { elementRead, endTaken } from "../syntax/element-read.js";
import { goneThrough, wholeList } from "../syntax/gone-through.js";
import { resolve } from "../syntax/resolve.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { digitsShown } from "./digits-shown.js";

/**
 * The digits of a part of a text whose shape a test before has shown: `const [from = "", to = from] = text.split("-")` behind
 * `/^\d{1,5}(-\d{1,5})?$/.test(text)`, `text.split(".")[1]!`, `for (const part of text.split("."))`.
 */
export function digitsOfPart(part: ts.Expression, node: ts.Expression): Digits | undefined {
  const read = partRead(part);
  if (read === undefined) return undefined;
  const { list, place, orElse } = read;
  return digitsIn(list, node, place, orElse);
}

/** Is there surely such a part, `text.split(":")[1]!` behind `/^\d{2}:\d{2}$/.test(text)`? */
export function isPartThere(part: ts.Expression): boolean {
  const { list, place } = partRead(part) ?? {};
  const split = list && splitOf(list);
  if (split === undefined || place === undefined || place === "any") return false;
  const shown = digitsShown(split.text, part, (source) => {
    const found = digitsOfParts(source, split.separator, place);
    return found?.isSure ? found.digits : undefined;
  });
  return shown !== undefined;
}

/** Those of all the parts: `text.split(".").map(Number)`, also behind `filter`. */
export function digitsOfAnyPart(list: ts.Expression, node: ts.Expression): Digits | undefined {
  return digitsIn(list, node, "any", undefined);
}

function digitsIn(
  list: ts.Expression,
  node: ts.Expression,
  place: Place,
  orElse: ts.Expression | undefined,
): Digits | undefined {
  const split = splitOf(place === "any" ? wholeList(bare(list)) : list);
  if (split === undefined) return undefined;
  return digitsShown(split.text, node, (source) => {
    const part = digitsOfParts(source, split.separator, place);
    if (part === undefined || part.isSure || place === "any") return part?.digits;
    const other = orElse && digitsStandingIn(orElse, node);
    return other && eitherOf([part.digits, other]);
  });
}

/** `"0"`, or another part: `const [from = "", to = from] = …`. */
function digitsStandingIn(written: ts.Expression, node: ts.Expression): Digits | undefined {
  const known = evaluate(written);
  if (known === undefined) return digitsOfPart(written, node);
  if (typeof known !== "string" || !/^\d+$/.test(known)) return undefined;
  return { least: known.length, most: known.length, mayLeadWithZeros: /^0\d/.test(known) };
}

interface PartRead {
  readonly list: ts.Expression;
  readonly place: Place;
  /** What stands in for it where there is none. */
  readonly orElse: ts.Expression | undefined;
}

function partRead(written: ts.Expression): PartRead | undefined {
  const node = bare(written);
  if (ts.isNonNullExpression(node)) return partRead(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.getText() === "??") {
    const read = partRead(node.left);
    return read && { ...read, orElse: read.orElse ?? node.right };
  }
  const taken = endTaken(node);
  if (taken !== undefined) return { ...taken, orElse: undefined };
  const { list, position } = elementRead(node) ?? {};
  const place = position && evaluate(position);
  if (list !== undefined && typeof place === "number") return { list, place, orElse: undefined };
  return ts.isIdentifier(node) ? partNamed(node) : undefined;
}

/** A name for a part: of what `split` gives, taken apart, or gone through. */
function partNamed(name: ts.Identifier): PartRead | undefined {
  const kept = constantOf(name);
  if (kept !== undefined) return partRead(kept);
  const declaration = resolve(name)?.valueDeclaration;
  if (isA(ts.isBindingElement, declaration) && ts.isArrayBindingPattern(declaration.parent)) {
    const { elements, parent } = declaration.parent;
    const list = ts.isVariableDeclaration(parent) ? parent.initializer : undefined;
    const isOne = list !== undefined && declaration.dotDotDotToken === undefined;
    return isOne
      ? { list, place: elements.indexOf(declaration), orElse: declaration.initializer }
      : undefined;
  }
  const list = goneThrough(declaration);
  return list && { list, place: "any", orElse: undefined };
}

/** `text.split(".")`, also by a name. */
function splitOf(
  list: ts.Expression,
): { readonly text: ts.Expression; readonly separator: string } | undefined {
  const kept = constantOf(list);
  if (kept !== undefined) return splitOf(kept);
  const node = bare(list);
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  if (!ts.isCallExpression(node) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const [argument, limit] = node.arguments;
  const separator = argument && evaluate(argument);
  const isSplit = callee.name.text === "split" && limit === undefined && typeof separator === "string";
  return isSplit ? { text: callee.expression, separator } : undefined;
}
