import {
  type CompareOperator,
  type Expr,
  type ExprOf,
  isEmpty,
  isSame,
  literal,
  required,
} from "@policyc/ir";

/**
 * A test without a fallback that could not make it true: `(c.image ?? "").startsWith("a")` fails where there is no
 * image, and so does the plain reference, being undefined. Only for lines that must hold; what gives a value needs
 * the fallback.
 */
export function presumed<Test extends ExprOf<"compare"> | ExprOf<"call">>(test: Test): Test;
export function presumed(test: ExprOf<"compare"> | ExprOf<"call">): Expr {
  if (test.kind === "compare") return comparison(test);
  const [first, second] = test.args;
  if (first !== undefined && parsing.has(test.intrinsic)) return { ...test, args: [parsed(first)] };
  if (first === undefined || second === undefined) return test;
  if (test.intrinsic === "list.includes" && isAmongOthers(first, second))
    return { ...test, args: [first, second.of] };
  const [of, isFutile] = subject(test, first, second);
  return isFutile ? { ...test, args: [of, ...test.args.slice(1)] } : test;
}

/**
 * `c.image !== undefined && c.image.includes(":")` as one test with a fallback that makes it false: before `not` nothing
 * may be undefined.
 */
export function asOneTest({ operands }: ExprOf<"logic">): ExprOf<"call"> | undefined {
  const [there, test, third] = operands;
  if (there?.kind !== "present" || test?.kind !== "call" || third !== undefined) return undefined;
  const [first, second, ...others] = test.args;
  if (first === undefined || second === undefined || !isRead(first) || !isSame(there.of, first))
    return undefined;
  if (second.kind !== "literal" && second.kind !== "local") return undefined;
  const { type, span } = first;
  const fallback: Expr =
    required(type).kind === "list" ? { kind: "list", items: [], type, span } : literal("", span);
  const of: Expr = { kind: "coalesce", of: there.of, fallback, type, span };
  const [, isFutile] = subject(test, of, second);
  return isFutile ? { ...test, args: [of, second, ...others] } : undefined;
}

const parsing: ReadonlySet<string> = new Set(["number.parse", "number.parseInteger"]);

/** No number is in an empty text, as there is none in nothing. */
function parsed(text: Expr): Expr {
  return text.kind === "coalesce" && isRead(text.of) && isLiteral(text.fallback, "") ? text.of : text;
}

/** `["a", "b"].includes(c.image ?? "")`: what stands in for nothing is not in the list. */
function isAmongOthers(list: Expr, item: Expr): item is ExprOf<"coalesce"> {
  if (list.kind !== "list" || item.kind !== "coalesce" || !isRead(item.of)) return false;
  const { fallback } = item;
  return (
    fallback.kind === "literal" &&
    list.items.every(
      ({ spread, value }) => !spread && value.kind === "literal" && value.value !== fallback.value,
    )
  );
}

/** What the test looks at, without its fallback, and whether it fails for the fallback. */
function subject(test: ExprOf<"call">, first: Expr, second: Expr): readonly [of: Expr, isFutile: boolean] {
  if (first.kind !== "coalesce" || !isRead(first.of)) return [first, false];
  const { of, fallback } = first;
  switch (test.intrinsic) {
    case "list.includes":
      return [of, isEmpty(fallback)];
    case "string.startsWith":
    case "string.endsWith":
    case "string.includes":
      return [of, isLiteral(fallback, "") && second.kind === "literal" && second.value !== ""];
    default:
      return [first, false];
  }
}

function comparison(test: ExprOf<"compare">): ExprOf<"compare"> {
  const { left, right, operator } = test;
  if (right.kind !== "literal") return test;
  const counted = left.kind === "call" && sizes.has(left.intrinsic) ? left.args[0] : undefined;
  const read = counted ?? left;
  if (read.kind !== "coalesce" || !isRead(read.of)) return test;
  const { fallback } = read;
  const instead =
    counted === undefined ? fallback : isEmpty(fallback) ? literal(0, fallback.span) : undefined;
  if (instead?.kind !== "literal" || compares(instead.value, operator, right.value)) return test;
  return {
    ...test,
    left: counted === undefined || left.kind !== "call" ? read.of : { ...left, args: [read.of] },
  };
}

const sizes: ReadonlySet<string> = new Set(["list.length", "map.size"]);

function compares(
  left: ExprOf<"literal">["value"],
  operator: CompareOperator,
  right: ExprOf<"literal">["value"],
): boolean {
  if (operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  // Texts are ordered by code point, which is not JavaScript's order: leave them.
  if (typeof left !== "number" || typeof right !== "number") return true;
  const outcomes: { readonly [Operator in CompareOperator]: boolean } = {
    "==": left === right,
    "!=": left !== right,
    "<": left < right,
    "<=": left <= right,
    ">": left > right,
    ">=": left >= right,
  };
  return outcomes[operator];
}

/** A plain reference, undefined where there is nothing. */
function isRead(expr: Expr): boolean {
  return expr.kind === "field" || expr.kind === "index";
}

function isLiteral(expr: Expr, value: string): boolean {
  return expr.kind === "literal" && expr.value === value;
}
