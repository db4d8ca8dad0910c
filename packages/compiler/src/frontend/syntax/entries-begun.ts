import { evaluate } from "../static/evaluate.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isNothing } from "./map-entries.js";

/** What a map has under a key when it is made. */
interface BegunEntry {
  readonly key: string;
  readonly value: ts.Expression;
}

/**
 * What `{ Always: 0 }` and `new Map([["Always", 0]])` begin with, constants and lists of constants; nothing where it is
 * anything else.
 */
export function entriesBegun(made: ts.Expression): readonly BegunEntry[] | undefined {
  const written = ts.isObjectLiteralExpression(made)
    ? made.properties.map(ofProperty)
    : pairsIn(made)?.map(ofPair);
  const entries = written?.flatMap((entry) =>
    entry !== undefined && isConstant(entry.value) ? [entry] : [],
  );
  const isAll = entries !== undefined && entries.length === written?.length;
  return isAll && new Set(entries.map(({ key }) => key)).size === entries.length ? entries : undefined;
}

function ofProperty(property: ts.ObjectLiteralElementLike): BegunEntry | undefined {
  if (!ts.isPropertyAssignment(property)) return undefined;
  const { name, initializer: value } = property;
  const key = ts.isComputedPropertyName(name) ? evaluate(name.expression) : name.text;
  return typeof key === "string" ? { key, value } : undefined;
}

function pairsIn(made: ts.Expression): readonly ts.Expression[] | undefined {
  if (!ts.isNewExpression(made) || made.expression.getText() !== "Map") return undefined;
  const [pairs] = made.arguments ?? [];
  if (pairs === undefined) return [];
  const written = bare(pairs);
  return ts.isArrayLiteralExpression(written) ? written.elements : undefined;
}

function ofPair(written: ts.Expression): BegunEntry | undefined {
  const pair = bare(written);
  const [name, value, another] = ts.isArrayLiteralExpression(pair) ? pair.elements : [];
  const key = name === undefined ? undefined : evaluate(name);
  return typeof key === "string" && value !== undefined && another === undefined ? { key, value } : undefined;
}

function isConstant(written: ts.Expression): boolean {
  const value = bare(written);
  if (isNothing(value)) return true;
  return ts.isArrayLiteralExpression(value)
    ? value.elements.every((element) => isText(element))
    : ["string", "number", "boolean"].includes(typeof evaluate(value));
}

function isText(element: ts.Expression): boolean {
  return ["string", "number"].includes(typeof evaluate(element));
}
