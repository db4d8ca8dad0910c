import {
  type Arithmetic,
  booleanType,
  type Compare,
  type Concat,
  type Expr,
  type Literal,
  literal,
} from "@policyc/ir";
import { areIdentical } from "../tree/identical.js";
import { isConstructed, isFalse, isTrue } from "./literal.js";

/** Comparisons, arithmetic and text of constants. */
export function foldComputation(expr: Expr): Expr {
  switch (expr.kind) {
    case "compare":
      return foldCompare(expr);
    case "arithmetic":
      return foldArithmetic(expr);
    case "concat":
      return foldConcat(expr);
    default:
      return expr;
  }
}

function foldCompare(expr: Compare): Expr {
  const { left, right, operator, span } = expr;
  const equality = operator === "==" || operator === "!=";
  // `"a" === name`; that of a range, `1 <= n`, stays as its author reads it.
  if (equality && left.kind === "literal" && right.kind !== "literal")
    return foldCompare({ ...expr, left: right, right: left });
  if (equality && (left.kind === "absent" || right.kind === "absent")) {
    if (left.kind === right.kind) return literal(operator === "==", span);
    const of = left.kind === "absent" ? right : left;
    if (isConstructed(of)) return literal(operator === "!=", span);
    const present: Expr = { kind: "present", of, type: booleanType, span };
    return operator === "!=" ? present : { kind: "not", operand: present, type: booleanType, span };
  }
  // Nothing is above or below what is absent.
  if (left.kind === "absent" || right.kind === "absent") return literal(false, span);
  if (operator === "==" && isTrue(right)) return truthOf(left) ?? expr;
  if (equality && isFalse(right) && isComputed(left))
    return operator === "!=" ? left : { kind: "not", operand: left, type: booleanType, span };
  if (equality && left.kind === "conditional" && right.kind === "literal")
    return amongLiterals(left, (value) => (value === right.value) === (operator === "==")) ?? expr;
  if (left.kind !== "literal" || right.kind !== "literal") return expr;
  return literal(compareConstants(operator, left.value, right.value), span);
}

/** `(n > 9 ? "high" : "low") === "high"`: each of the ways is decided. */
function amongLiterals(value: Expr, decide: (value: Literal["value"]) => boolean): Expr | undefined {
  if (value.kind === "literal") return literal(decide(value.value), value.span);
  if (value.kind !== "conditional") return undefined;
  const [then, otherwise] = [amongLiterals(value.then, decide), amongLiterals(value.else, decide)];
  return then === undefined || otherwise === undefined
    ? undefined
    : { ...value, then, else: otherwise, type: booleanType };
}

/** `value === true`. `a?.test() === true`, where `a` is asked first: what is absent is not true. */
function truthOf(value: Expr): Expr | undefined {
  const { span } = value;
  if (value.kind === "absent") return literal(false, span);
  if (value.type.kind === "boolean") return value;
  if (value.kind !== "conditional") return undefined;
  const [then, otherwise] = [truthOf(value.then), truthOf(value.else)];
  if (then === undefined || otherwise === undefined) return undefined;
  if (isFalse(otherwise))
    return { kind: "logic", operator: "and", operands: [value.test, then], type: booleanType, span };
  return { ...value, then, else: otherwise, type: booleanType };
}

/** Is it true or false whatever the object is? A field that should be there may be left out of parameters. */
function isComputed({ kind, type }: Expr): boolean {
  return type.kind === "boolean" && kind !== "local" && kind !== "field" && kind !== "index";
}

export function compareConstants(
  operator: Compare["operator"],
  left: string | number | boolean,
  right: string | number | boolean,
): boolean {
  if (operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  const order =
    typeof left === "string" && typeof right === "string"
      ? byCodePoint(left, right)
      : Number(left) - Number(right);
  return operator === "<"
    ? order < 0
    : operator === "<="
      ? order <= 0
      : operator === ">"
        ? order > 0
        : order >= 0;
}

function byCodePoint(left: string, right: string): number {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return Buffer.compare(a, b);
}

function foldArithmetic(expr: Arithmetic): Expr {
  const { left, right, operator, span } = expr;
  // `let points = 0; if (test) points += weight(c);`
  const isFromZero = operator === "+" && left.kind === "literal" && left.value === 0;
  if (isFromZero && right.kind !== "literal" && right.type.kind === "number") return right;
  if (
    left.kind !== "literal" ||
    right.kind !== "literal" ||
    typeof left.value !== "number" ||
    typeof right.value !== "number"
  )
    return expr;
  const value = compute(operator, left.value, right.value);
  return Number.isFinite(value) ? literal(value, span) : expr;
}

function compute(operator: Arithmetic["operator"], left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
  }
}

/** Adjacent constants become one piece of text. */
function foldConcat(expr: Concat): Expr {
  const parts: Expr[] = [];
  for (const part of expr.parts.flatMap((piece) => (piece.kind === "concat" ? piece.parts : [piece]))) {
    const last = parts.at(-1);
    if (part.kind === "literal" && part.value === "") continue;
    if (part.kind === "literal" && last?.kind === "literal")
      parts.splice(-1, 1, literal(`${last.value}${part.value}`, last.span));
    else
      parts.push(
        part.kind === "literal" && typeof part.value !== "string"
          ? literal(`${part.value}`, part.span)
          : part,
      );
  }
  const [only, second] = parts;
  if (only === undefined) return literal("", expr.span);
  if (second === undefined && only.type.kind === "string") return only;
  return areIdentical(parts, expr.parts) ? expr : { ...expr, parts };
}
