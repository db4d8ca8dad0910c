import {
  type ArithmeticOperator,
  absent,
  type CompareOperator,
  type Expr,
  literal,
  mayBeAbsent,
  required,
  stringType,
  type Type,
} from "@policyc/ir";
import { either } from "../../build/either.js";
import { entryKey } from "../../build/entry-key.js";
import { call, compare, conditional, holdsAbsent, logic, not, ofType, present } from "../../build/nodes.js";
import { once } from "../../build/once.js";
import { numberOfText } from "../../builtins/number-of-text.js";
import { matchAsked } from "../../builtins/regexp.js";
import type { Context } from "../../context.js";
import { mutation } from "../../diagnostics/flow.js";
import { looseEquality, nullApart, unsupportedSyntax } from "../../diagnostics/syntax.js";
import { mayBeAbsentHere, mixedTypes, objectEquality, rawManifest } from "../../diagnostics/types.js";
import { evaluate } from "../../static/evaluate.js";
import { oneOf } from "../../types/from-typescript.js";
import { ts } from "../../typescript.js";
import { objectThatIsThere } from "../loops/object-keys.js";
import { decided } from "../rows/decided.js";
import { isKeyOfTable } from "../rows/tables.js";
import { unsupportedExpression, unsupportedSign } from "../unsupported.js";
import { absenceTestOf } from "./absence-tests.js";
import { bare } from "./bare.js";
import { thatIsThere } from "./chain.js";
import { computed } from "./computed.js";
import { isTextual, printable } from "./literals.js";
import { heldByManifestsAlone } from "./raw-manifest.js";
import { isObject, truthOf } from "./truth.js";
import { typeTest } from "./type-test.js";

const comparisons: Readonly<Record<string, CompareOperator>> = {
  "===": "==",
  "!==": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};
const arithmetic: readonly ArithmeticOperator[] = ["+", "-", "*", "/", "%"];

export function binary(node: ts.BinaryExpression, cx: Context): Expr {
  const operator = node.operatorToken.getText();
  const span = cx.span(node);
  const known = decided(node, cx);
  if (known !== undefined && operator !== "&&" && operator !== "||") return literal(known, span);
  const ofAbsence = testingAbsence(node, cx);
  if (ofAbsence !== undefined) return ofAbsence;
  if (operator === "==" || operator === "!=") return cx.invalid(looseEquality(span, operator));
  if (operator === "&&" || operator === "||") return shortCircuit(node, operator, cx);
  if (operator === "??") return coalesce(node, cx);
  if (operator === "in") return membership(node, cx);
  const comparison = comparisons[operator];
  if (comparison !== undefined) return comparing(node, comparison, cx);
  const arithmeticOperator = arithmetic.find((known) => known === operator);
  const value = operator === "**" || operator === "/" ? evaluate(node) : undefined;
  if (typeof value === "number" && (operator === "**" || Number.isSafeInteger(value)))
    return literal(value, span);
  if (arithmeticOperator !== undefined) return computing(node, arithmeticOperator, cx);
  if (operator.endsWith("=")) return cx.invalid(mutation(span, node.getText()));
  return cx.invalid(
    unsupportedSyntax(
      span,
      `operator \`${operator}\``,
      /^(?:[&|^]|<<|>>>?)$/.test(operator)
        ? "use `%` and `Math.floor` for bits: `mode % 8` is `mode & 7`, `Math.floor(mode / 8)` is `mode >> 3`"
        : operator === "**"
          ? "use it between numbers that are known, `1024 ** 3`, or `*`"
          : "use comparisons, arithmetic, `&&`, `||`, `??`",
    ),
  );
}

function shortCircuit(node: ts.BinaryExpression, operator: "&&" | "||", cx: Context): Expr {
  return shortCircuited(node.left, operator, node.right, node, cx);
}

/** `a && b` and `a || b` as values: Boolean logic where both are Boolean, a choice by truth otherwise. */
export function shortCircuited(
  leftNode: ts.Expression,
  operator: "&&" | "||",
  rightNode: ts.Expression,
  node: ts.Node,
  cx: Context,
): Expr {
  const span = cx.span(node);
  const known = decided(leftNode, cx);
  if (known !== undefined) return cx.expression(known === (operator === "&&") ? rightNode : leftNode);
  const left = cx.expression(leftNode);
  const right = cx.expression(rightNode);
  if (operator === "||" && isMadeText(left))
    return once(left, "text", cx, (text) =>
      conditional(truthOf(text, leftNode, cx), text, right, oneOf([text.type, right.type]), span),
    );
  if (left.type.kind === "boolean" && right.type.kind === "boolean")
    return logic(operator === "&&" ? "and" : "or", [left, right], span);
  const test = cx.condition(leftNode);
  if (test.kind === "literal") return (test.value === true) === (operator === "&&") ? right : left;
  const last = operator === "||" ? lastOfAll(leftNode) : undefined;
  if (last !== undefined) {
    const value = thatIsThere(cx.expression(last));
    return conditional(test, value, right, oneOf([value.type, right.type]), span);
  }
  const same = onItsSide(left, operator, span);
  const type = oneOf([operator === "||" ? required(left.type) : same.type, right.type]);
  return operator === "&&"
    ? conditional(test, right, same, type, span)
    : conditional(test, same, right, type, span);
}

/** `b` of `(a && b) || c`: where all of it is so, that is its value. */
function lastOfAll(node: ts.Expression): ts.Expression | undefined {
  const written = bare(node);
  const isAnd =
    ts.isBinaryExpression(written) && written.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  return isAnd ? written.right : undefined;
}

/** What is left of the operator, where that decides: of a truth it is known what it is, of an object that it is absent. */
function onItsSide(left: Expr, operator: "&&" | "||", span: Expr["span"]): Expr {
  if (left.type.kind === "boolean") return literal(operator === "||", span);
  if (operator === "||" && required(left.type).kind === "boolean") return literal(true, span);
  return operator === "&&" && isObject(required(left.type)) ? absent(span) : left;
}

/** `names.join(", ")`: a text that is worth making once. */
function isMadeText({ kind, type }: Expr): boolean {
  return type.kind === "string" && (kind === "call" || kind === "apply");
}

/** `a ?? b`, and what `a ??= b` sets. */
export function coalesce(node: ts.BinaryExpression, cx: Context): Expr {
  const of = cx.expression(node.left);
  const fallback = cx.expression(node.right);
  if (of.kind === "invalid") return of;
  // More is known here than TypeScript knows of `list[i]?.name`.
  if (of.kind === "field" && !mayBeAbsent(of.type) && mayBeAbsent(cx.type(node.left))) return of;
  // What is computed is there: of `xs.length ?? x` TypeScript knows, too, that it is never `x`.
  if (isComputed.has(of.kind) && !mayBeAbsent(of.type) && of.type.kind !== "unknown") return of;
  // TypeScript may know that there is nothing: `a ?? (a ?? b)`.
  const type = of.type.kind === "absent" ? fallback.type : oneOf([required(of.type), fallback.type]);
  const known = required(of.type);
  // The type of `[]` knows nothing of what could be in it.
  const isKnown = known.kind === "list" ? known.element.kind !== "absent" : isKeyed(known);
  const isAlike = isOfKind(known, required(fallback.type));
  const list = isKnown && isAlike ? known : type;
  return {
    kind: "coalesce",
    of: ofType(of, type),
    fallback: ofType(fallback, type),
    type: mayBeAbsent(fallback.type) || holdsAbsent(type) ? type : list,
    span: cx.span(node),
  };
}

const isComputed: ReadonlySet<Expr["kind"]> = new Set([
  "arithmetic",
  "call",
  "compare",
  "concat",
  "logic",
  "not",
]);

/** `object ?? false` is no object where it is `false`; of `list ?? []` and `object ?? {}` the first says what is in it. */
function isOfKind(known: Type, fallback: Type): boolean {
  return fallback.kind === "absent" || fallback.kind === known.kind || (isKeyed(known) && isKeyed(fallback));
}

function isKeyed({ kind }: Type): boolean {
  return kind === "map" || kind === "record";
}

/** `key in map`, `"field" in object`. */
function membership(node: ts.BinaryExpression, cx: Context): Expr {
  const ofTable = isKeyOfTable(node.left, node.right, cx, cx.span(node));
  if (ofTable !== undefined) return ofTable;
  const key = cx.expression(node.left);
  return call("map.has", [objectThatIsThere(node.right, cx), entryKey(key)], cx.span(node));
}

/** `x === undefined`, `x != null`, `text.match(/…/) === null`; nothing where it is another comparison. */
function testingAbsence(node: ts.BinaryExpression, cx: Context): Expr | undefined {
  const test = absenceTestOf(node);
  if (test === undefined) return undefined;
  const { of, isThere, means } = test;
  const span = cx.span(node);
  if (means === "apart") return cx.invalid(nullApart(span, node.getText(), of.getText(), isThere));
  const matches = matchAsked(bare(of), cx);
  if (matches !== undefined) return isThere ? matches : not(matches, span);
  const value = cx.expression(of);
  if (value.kind === "invalid") return value;
  if (means === "never") return literal(isThere, span);
  const there = present(value, span);
  return isThere ? there : not(there, span);
}

function comparing(node: ts.BinaryExpression, operator: CompareOperator, cx: Context): Expr {
  const span = cx.span(node);
  const asked = typeTest(node, cx);
  if (asked !== undefined) return operator === "!=" ? not(asked, span) : asked;
  const left = cx.expression(node.left);
  const right = cx.expression(node.right);
  if (left.kind === "invalid" || right.kind === "invalid") return left.kind === "invalid" ? left : right;
  if (operator === "==" || operator === "!=") {
    const other = left.kind === "absent" ? right : right.kind === "absent" ? left : undefined;
    if (other !== undefined)
      return operator === "==" ? not(present(other, span), span) : present(other, span);
    const raw = heldByManifestsAlone(node, left, right);
    if (raw !== undefined) return cx.invalid(rawManifest(span, raw.field, raw.value, operator === "=="));
    if (!isPrimitive(left) && !isPrimitive(right))
      return cx.invalid(objectEquality(span, node.operatorToken.getText()));
    return compare(operator, left, right, span);
  }
  for (const [side, written] of [
    [left, node.left],
    [right, node.right],
  ] as const) {
    if (mayBeAbsent(side.type))
      return cx.invalid(mayBeAbsentHere(cx.span(written), `\`${written.getText()}\``));
  }
  if (left.type.kind !== right.type.kind) return cx.invalid(mixedTypes(span, `\`${node.getText()}\``));
  return compare(operator, left, right, span);
}

function isPrimitive(expr: Expr): boolean {
  const { kind } = required(expr.type);
  return (
    kind === "string" || kind === "number" || kind === "boolean" || kind === "unknown" || kind === "union"
  );
}

function computing(node: ts.BinaryExpression, operator: ArithmeticOperator, cx: Context): Expr {
  const span = cx.span(node);
  const left = cx.expression(node.left);
  const right = cx.expression(node.right);
  if (operator === "+" && (isTextual(left.type) || isTextual(right.type))) {
    const parts = [printable(node.left, cx), printable(node.right, cx)].flatMap((part) =>
      part.kind === "concat" ? part.parts : [part],
    );
    return { kind: "concat", parts, type: stringType, span };
  }
  return computed(operator, left, right, node, cx);
}

export function prefix(node: ts.PrefixUnaryExpression, cx: Context): Expr {
  const span = cx.span(node);
  const operand = node.operand;
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken:
      return not(cx.condition(operand), span);
    case ts.SyntaxKind.MinusToken: {
      const { kind } = required(cx.type(operand));
      const isNumber = kind !== "string" && kind !== "boolean";
      const value = isNumber ? cx.expression(operand) : numberOfText(operand, node, cx);
      if (value.kind === "invalid") return value;
      if (value.kind === "literal" && typeof value.value === "number") return literal(-value.value, span);
      return {
        kind: "arithmetic",
        operator: "-",
        left: literal(0, span),
        right: value,
        type: value.type,
        span,
      };
    }
    case ts.SyntaxKind.PlusPlusToken:
    case ts.SyntaxKind.MinusMinusToken:
      return cx.invalid(mutation(span, node.getText()));
    case ts.SyntaxKind.PlusToken:
      return required(cx.type(operand)).kind === "string"
        ? numberOfText(operand, node, cx)
        : cx.invalid(unsupportedSign(node, cx));
    default:
      return cx.invalid(unsupportedExpression(node, cx));
  }
}

/** `c ? a : b`. Only the branch that is taken may read absent fields, so both keep their own facts. */
export function choice(node: ts.ConditionalExpression, cx: Context): Expr {
  const known = decided(node.condition, cx);
  if (known !== undefined) return cx.expression(known ? node.whenTrue : node.whenFalse);
  const then = cx.expression(node.whenTrue);
  const otherwise = cx.expression(node.whenFalse);
  const test = cx.condition(node.condition);
  // `strict ? (xs ?? []) : ys` is of the branch's own type where `strict` is known: the other one may be absent.
  if (test.kind === "literal") return test.value === true ? then : otherwise;
  return either(test, then, otherwise, cx.span(node));
}
