import { type Expr, type ExprOf, mayBeAbsent, required } from "@policyc/ir";
import { comparedQuantities, intrinsicTest } from "./calls.js";
import type { Context } from "./context.js";
import { nameFor } from "./helper-names.js";
import { snakeCase } from "./naming.js";
import {
  type Body,
  callTerm,
  defined,
  type Infix,
  infix,
  expr as line,
  not as notLine,
  scalar,
  type Term,
} from "./syntax.js";
import { assign, loop, mayBeUndefined } from "./values.js";

/** Lines that succeed exactly where the expression is true. */
export function holds(expr: Expr, cx: Context): Body {
  switch (expr.kind) {
    case "literal":
      return expr.value === true ? [] : [line(scalar(false))];
    case "not":
      return cx.fails(expr.operand);
    case "logic":
      return expr.operator === "and"
        ? expr.operands.flatMap((operand) => cx.holds(operand))
        : [line(either(expr, cx))];
    case "present":
      return presence(expr.of, cx);
    case "compare":
      return comparison(expr, cx);
    case "quantify":
      return expr.quantifier === "some"
        ? [...loop(expr.iteration, cx), ...cx.holds(expr.where)]
        : [every(expr.iteration, cx.holds(expr.where), cx)];
    case "conditional":
      return [
        line(
          cx.helper(
            nameFor(expr),
            [expr],
            expr.type.kind === "boolean"
              ? split(expr, cx).map((body) => ({ body }))
              : [{ body: [line(cx.value(expr))] }],
          ),
        ),
      ];
    case "let":
      return [assign(expr.binder.name, expr.value, cx), ...cx.holds(expr.body)];
    case "call":
      return [line(intrinsicTest(expr, cx))];
    case "apply":
      return [line(callTerm(cx.functionName(expr.function), ...expr.args.map((arg) => cx.total(arg))))];
    case "coalesce":
      return defaulted(expr, true, cx);
    default:
      return [line(cx.value(expr))];
  }
}

/** Lines that succeed exactly where the expression is false. */
export function fails(expr: Expr, cx: Context): Body {
  switch (expr.kind) {
    case "literal":
      return expr.value === false ? [] : [line(scalar(false))];
    case "not":
      return cx.holds(expr.operand);
    case "logic":
      return expr.operator === "or"
        ? expr.operands.flatMap((operand) => cx.fails(operand))
        : [notLine(both(expr, cx))];
    case "quantify":
      return expr.quantifier === "every"
        ? [...loop(expr.iteration, cx), ...cx.fails(expr.where)]
        : none(expr, cx);
    case "compare":
      return differs(expr, cx);
    case "present":
      return absence(expr.of, cx);
    case "let":
      return [assign(expr.binder.name, expr.value, cx), ...cx.fails(expr.body)];
    case "coalesce":
      return defaulted(expr, false, cx);
    default:
      return negated(expr, cx);
  }
}

/** `not` before the one line that says it, or before a rule of its own. */
function negated(expr: Expr, cx: Context): Body {
  const body = cx.holds(expr);
  const [only, second] = body;
  if (only?.kind === "expr" && second === undefined) return [{ ...only, negated: !only.negated }];
  return [
    notLine(
      cx.helper(
        nameFor(expr),
        [expr],
        alternatives(expr, cx).map((way) => ({ body: way })),
      ),
    ),
  ];
}

/** One of several: a membership test where it is one, else a rule with a definition for each. */
function either(expr: ExprOf<"logic">, cx: Context): Term {
  return (
    membership(expr, cx) ??
    cx.helper(
      `either_${nameFor(expr.operands[0] ?? expr)}`,
      [expr],
      ways(expr, cx).map((body) => ({ body })),
    )
  );
}

/** A definition for each alternative; where those are many, one for each operand, which has a rule of its own. */
function ways(expr: ExprOf<"logic">, cx: Context): readonly Body[] {
  const bodies = split(expr, cx);
  return bodies.length <= 4 ? bodies : expr.operands.map((operand) => cx.holds(operand));
}

/** `x === "a" || x === "b"` is `x in {"a", "b"}`. */
function membership(expr: ExprOf<"logic">, cx: Context): Term | undefined {
  const [first] = expr.operands;
  if (first?.kind !== "compare") return undefined;
  const subject = cx.value(first.left);
  const items = expr.operands.flatMap((operand) =>
    operand.kind === "compare" &&
    operand.operator === "==" &&
    operand.right.kind === "literal" &&
    operand.right.value !== true &&
    JSON.stringify(cx.value(operand.left)) === JSON.stringify(subject)
      ? [cx.value(operand.right)]
      : [],
  );
  return items.length === expr.operands.length ? infix("in", subject, { kind: "set", items }) : undefined;
}

/** The bodies of which one holds where the expression is true: what a rule can say in several definitions. */
export function alternatives(expr: Expr, cx: Context): readonly Body[] {
  const bodies = split(expr, cx);
  return bodies.length <= 4 ? bodies : [cx.holds(expr)];
}

function split(expr: Expr, cx: Context): readonly Body[] {
  const crossed = (first: Body, others: readonly Body[]): readonly Body[] =>
    others.map((body) => [...first, ...body]);
  switch (expr.kind) {
    case "logic":
      if (expr.operator === "and")
        return expr.operands.reduce<readonly Body[]>(
          (all, operand) => all.flatMap((body) => crossed(body, split(operand, cx))),
          [[]],
        );
      return membership(expr, cx) === undefined
        ? expr.operands.flatMap((operand) => split(operand, cx))
        : [cx.holds(expr)];
    case "conditional":
      if (expr.type.kind !== "boolean") return [cx.holds(expr)];
      return [
        ...crossed(cx.holds(expr.test), split(expr.then, cx)),
        ...crossed(cx.fails(expr.test), split(expr.else, cx)),
      ];
    case "quantify":
      return expr.quantifier === "some"
        ? crossed(loop(expr.iteration, cx), split(expr.where, cx))
        : [cx.holds(expr)];
    case "let":
      return crossed([assign(expr.binder.name, expr.value, cx)], split(expr.body, cx));
    default:
      return [cx.holds(expr)];
  }
}

function both(expr: ExprOf<"logic">, cx: Context): Term {
  return cx.helper("both", [expr], [{ body: expr.operands.flatMap((operand) => cx.holds(operand)) }]);
}

/** No element has it: `every … { not … }` reads best, as long as that is what it says. */
function none(expr: ExprOf<"quantify">, cx: Context): Body {
  return [every(expr.iteration, cx.fails(expr.where), cx)];
}

/** `every` of nothing is true, also where the list is missing. */
function every(iteration: ExprOf<"quantify">["iteration"], body: Body, cx: Context): Body[number] {
  const { binder, key, over } = iteration;
  const lines = body.length === 0 ? [line(scalar(true))] : body;
  return {
    kind: "every",
    name: snakeCase(binder.name),
    over: iterated(over, cx),
    body: lines,
    ...(key === undefined ? {} : { key: snakeCase(key.name) }),
  };
}

/** A list that its schema requires can still be missing from a manifest that no API server has seen. */
function iterated(over: Expr, cx: Context): Term {
  if (over.kind !== "field") return cx.total(over);
  const nothing: Expr = { kind: "list", items: [], type: over.type, span: over.span };
  return cx.value({ kind: "coalesce", of: over, fallback: nothing, type: over.type, span: over.span });
}

const isNull = (term: Term): Body[number] => line(infix("==", term, scalar(null)));

function presence(of: Expr, cx: Context): Body {
  if (of.kind === "absent") return [line(scalar(false))];
  // A field that may be `false` is there all the same; a plain reference would not say so.
  const sayable = saysPresence(of);
  return sayable ? [defined(cx.value(of))] : [line(infix("!=", cx.total(of), scalar(null)))];
}

function absence(of: Expr, cx: Context): Body {
  const sayable = saysPresence(of);
  return sayable ? [notLine(cx.value(of))] : [isNull(cx.total(of))];
}

/** On CREATE the request carries `oldObject: null`, which is there for a plain reference. */
function saysPresence(of: Expr): boolean {
  return of.kind !== "input" && mayBeUndefined(of) && canBeFalse(of) === false;
}

function canBeFalse(expr: Expr): boolean {
  const { kind } = required(expr.type);
  return kind === "boolean" || kind === "union" || kind === "unknown";
}

function comparison(expr: ExprOf<"compare">, cx: Context): Body {
  const { operator, left, right } = expr;
  if (operator === "!=") return differs({ ...expr, operator: "==" }, cx);
  if (operator !== "==") return [line(ordering(expr, cx))];
  if (right.kind === "literal" && right.value === true && speaksForItself(left))
    return [line(cx.value(left))];
  return [line(equal(left, right, cx))];
}

/** Is its term true exactly where the value is? In Rego `null`, numbers and texts count as true. */
function speaksForItself(expr: Expr): boolean {
  return required(expr.type).kind === "boolean" && (!mayBeAbsent(expr.type) || mayBeUndefined(expr));
}

/** Equality that is never undefined where both sides may be absent: absent equals absent. */
function equal(left: Expr, right: Expr, cx: Context): Term {
  const quantities = comparedQuantities("==", left, right, cx);
  if (quantities !== undefined) return quantities;
  const bothAbsent = mayBeUndefinedOrNull(left) && mayBeUndefinedOrNull(right);
  return bothAbsent
    ? infix("==", cx.total(left), cx.total(right))
    : infix("==", cx.value(left), cx.value(right));
}

function mayBeUndefinedOrNull(expr: Expr): boolean {
  return mayBeUndefined(expr) || mayBeAbsent(expr.type);
}

function differs(expr: ExprOf<"compare">, cx: Context): Body {
  const { operator, left, right } = expr;
  if (operator === "!=") return comparison({ ...expr, operator: "==" }, cx);
  const opposite: Partial<Record<typeof operator, Infix>> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" };
  const turned = opposite[operator];
  if (turned !== undefined)
    return [line(ordering({ ...expr, operator: turned === "in" ? "==" : asCompare(turned) }, cx))];
  if (right.kind === "literal" && right.value === true && speaksForItself(left))
    return [notLine(cx.value(left))];
  const isDefined = !mayBeUndefined(left) && !mayBeUndefined(right);
  return isDefined ? [line(infix("!=", cx.value(left), cx.value(right)))] : [notLine(equal(left, right, cx))];
}

function asCompare(operator: Infix): ExprOf<"compare">["operator"] {
  return operator === ">=" || operator === ">" || operator === "<=" || operator === "<" ? operator : "==";
}

/** Quantities compare as the numbers that they stand for. */
function ordering({ operator, left, right }: ExprOf<"compare">, cx: Context): Term {
  return comparedQuantities(operator, left, right, cx) ?? infix(operator, cx.value(left), cx.value(right));
}

/** `flag ?? false`: what is absent counts as the fallback says. */
function defaulted(expr: ExprOf<"coalesce">, wanted: boolean, cx: Context): Body {
  const { of, fallback } = expr;
  if (fallback.kind !== "literal") {
    const term = cx.value(expr);
    return [wanted ? line(term) : notLine(term)];
  }
  if (fallback.value === wanted) return [notLine(infix("==", cx.value(of), scalar(!wanted)))];
  return wanted && speaksForItself(of)
    ? [line(cx.value(of))]
    : [line(infix("==", cx.value(of), scalar(wanted)))];
}
