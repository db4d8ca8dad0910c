import { type Call, type Compare, type Expr, isEmpty, mayBeAbsent, type Quantify } from "@policyc/ir";
import { compareConstants } from "../fold/computation.js";
import { type Facts, testsDecidedBy } from "./knowing.js";

/** A path of fields and entries as text: equal where the same is read, whatever is known of it. */
export function pathText(expr: Expr): string | undefined {
  switch (expr.kind) {
    case "input":
      return expr.root;
    case "local":
      return `$${expr.name}`;
    case "literal":
      return JSON.stringify(expr.value);
    case "field": {
      const of = pathText(expr.of);
      return of === undefined ? undefined : `${of}.${JSON.stringify(expr.name)}`;
    }
    case "index": {
      const [of, key] = [pathText(expr.of), pathText(expr.key)];
      return of === undefined || key === undefined ? undefined : `${of}[${key}]`;
    }
    default:
      return undefined;
  }
}

/** With the paths that a test shows to lead to something where it comes out like this. */
export function withShown(facts: Facts, test: Expr, outcome: boolean): Facts {
  const decided = [...testsDecidedBy(test, outcome)];
  const shown = decided.flatMap(([one, result]) => [...shownBy(one, result)]).flatMap(prefixesOf);
  return shown.length === 0 ? facts : new Set([...facts, ...shown]);
}

/** Where something is found, all that it is read through is there. */
function prefixesOf(path: Expr): readonly string[] {
  const text = pathText(path);
  if (text === undefined) return [];
  return path.kind === "field" || path.kind === "index" ? [text, ...prefixesOf(path.of)] : [text];
}

function* shownBy(test: Expr, outcome: boolean): Generator<Expr> {
  switch (test.kind) {
    case "present":
      if (outcome) yield test.of;
      return;
    case "compare":
      return yield* byComparison(test, outcome);
    case "coalesce":
      if (isLiteral(test.fallback, !outcome)) yield test.of;
      return;
    case "quantify":
      return yield* byLoop(test, outcome);
    case "call":
      if (outcome) yield* byCall(test);
  }
}

/** `(x ?? 1) > 5` cannot be by what stands in for `x`. */
function* byComparison({ left, right, operator }: Compare, outcome: boolean): Generator<Expr> {
  if (right.kind !== "literal") return;
  if (left.kind === "coalesce" && left.fallback.kind === "literal") {
    if (compareConstants(operator, left.fallback.value, right.value) !== outcome) yield left.of;
    return;
  }
  const isEqual = (operator === "==" && outcome) || (operator === "!=" && !outcome);
  if (isEqual && mayBeAbsent(left.type)) yield left;
}

/** An element for which something holds, or does not, is in a list that is there. */
function* byLoop({ quantifier, iteration: { over } }: Quantify, outcome: boolean): Generator<Expr> {
  if ((quantifier === "some") === outcome)
    yield over.kind === "coalesce" && isEmpty(over.fallback) ? over.of : over;
}

function* byCall({ intrinsic, args: [first, second] }: Call): Generator<Expr> {
  if (first === undefined || second === undefined) return;
  if (intrinsic === "list.includes") {
    if (first.kind === "coalesce" && isEmpty(first.fallback)) yield first.of;
    const isListed = (value: unknown) =>
      first.kind !== "list" ||
      first.items.some(({ spread, value: item }) => spread || !isLiteralBut(item, value));
    if (second.kind === "coalesce" && second.fallback.kind === "literal" && !isListed(second.fallback.value))
      yield second.of;
    return;
  }
  const isAffix = ["string.startsWith", "string.endsWith", "string.includes"].includes(intrinsic);
  const saysSomething = second.kind === "literal" && second.value !== "";
  if (isAffix && saysSomething && first.kind === "coalesce" && isLiteral(first.fallback, "")) yield first.of;
}

function isLiteral(expr: Expr, value: string | boolean): boolean {
  return expr.kind === "literal" && expr.value === value;
}

function isLiteralBut(expr: Expr, value: unknown): boolean {
  return expr.kind === "literal" && expr.value !== value;
}
