import { booleanType, type Expr, type ExprOf, expressionsIn, freeNames, isSame, literal } from "@policyc/ir";
import { type Body, infix, set, type Term } from "../syntax.js";
import { assign, loop } from "./bindings.js";
import type { Context } from "./context.js";

/** How many definitions of a rule that only one line reads are easily read themselves. */
const few = 4;

/** How many definitions of a function of the author's can follow each other: it has a name that says what they are. */
export const manyDefinitions = 8;

function isChoice(expr: Expr, cx: Context): expr is ExprOf<"logic"> {
  return expr.kind === "logic" && expr.operator === "or" && membership(expr, cx) === undefined;
}

/** How many lines they may have together where each repeats what is asked in any case. */
const fewLines = 16;

/** The bodies of which one holds where the expression is true: what a rule can say in several definitions. */
export function alternatives(expr: Expr, cx: Context, most = few): readonly Body[] {
  const bodies = split(expr, cx);
  if (bodies.length <= most && !repeatsLongText(bodies)) return bodies;
  return most === manyDefinitions && isChoice(expr, cx) ? ways(expr, cx) : [cx.holds(expr)];
}

/** A long text, such as a pattern, is written once. */
function repeatsLongText(bodies: readonly Body[]): boolean {
  const texts = bodies.flatMap((body) => [...new Set(JSON.stringify(body).match(/"value":"[^"]{60,}"/g))]);
  return new Set(texts).size < texts.length;
}

export function split(expr: Expr, cx: Context): readonly Body[] {
  const crossed = (first: Body, others: readonly Body[]): readonly Body[] =>
    others.map((body) => [...first, ...body]);
  switch (expr.kind) {
    case "logic":
      if (expr.operator === "and") return combinations(expr, cx) ?? [cx.holds(expr)];
      return membership(expr, cx) === undefined
        ? grouped(expr, cx).operands.flatMap((operand, position, operands) =>
            crossed(shownBefore(operand, operands.slice(0, position), cx), split(operand, cx)),
          )
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

/** `x === "a" || x === "b" || y`: those of the first alternatives that are one membership test are one alternative. */
function grouped(expr: ExprOf<"logic">, cx: Context): ExprOf<"logic"> {
  for (let end = expr.operands.length - 1; end > 1; end--) {
    const first: Expr = { ...expr, operands: expr.operands.slice(0, end) };
    if (membership(first, cx) !== undefined)
      return { ...expr, operands: [first, ...expr.operands.slice(end)] };
  }
  return expr;
}

/** What the alternatives before an operand have shown where they fail, as far as it depends on that. */
function shownBefore(operand: Expr, before: readonly Expr[], cx: Context): Body {
  return [...presentBefore(operand, before, cx), ...(before.length > 0 ? divides(operand, cx) : [])];
}

/**
 * `total === 0 || bad / total > 0.5`: a definition stands for itself, so that one which divides says that it can. OPA
 * takes a division by zero for undefined, and its WASM stops at 0 / 0.
 */
function divides(operand: Expr, cx: Context): Body {
  const within = expressionsIn(operand);
  const names = freeNames(operand);
  const isTested = (divisor: Expr): boolean =>
    within.some(
      (expr) =>
        expr.kind === "compare" &&
        expr.right.kind === "literal" &&
        isSame(countedIn(expr.left), countedIn(divisor)),
    );
  return within.flatMap((expr) => {
    if (expr.kind !== "arithmetic" || expr.operator !== "/" || isNeverZero(expr.right)) return [];
    const { right: left, span } = expr;
    const isInside = [...freeNames(left)].some((name) => !names.has(name));
    const right = literal(0, span);
    return isInside || isTested(left)
      ? []
      : cx.holds({ kind: "compare", operator: "!=", left, right, type: booleanType, span });
  });
}

/** The list whose length it is, which may be absent. */
function countedIn(number: Expr): Expr {
  const [list] = number.kind === "call" && number.intrinsic === "list.length" ? number.args : [];
  return list?.kind === "coalesce" ? list.of : (list ?? number);
}

/** By what it is: `1024`, `Math.max(1, n)`, `n || 1`. */
function isNeverZero(divisor: Expr): boolean {
  return (
    divisor.kind === "literal" ||
    divisor.kind === "conditional" ||
    (divisor.kind === "call" && divisor.intrinsic === "list.max")
  );
}

/**
 * `cpu === undefined || compareQuantities(cpu, "1") > 0`: a definition stands for itself, so that one which prints a
 * name says that it is no `null`. OPA prints that, and its WASM throws.
 */
function presentBefore(operand: Expr, before: readonly Expr[], cx: Context): Body {
  const decided = before.flatMap((test) => (test.kind === "not" ? conjunctsOf(test.operand) : []));
  const absent = decided.flatMap((test) =>
    test.kind === "present" && test.of.kind === "local" ? [test] : [],
  );
  const isPrinted = expressionsIn(operand).some(
    (expr) =>
      expr.kind === "concat" ||
      expr.kind === "apply" ||
      (expr.kind === "call" && readsQuantities.includes(expr.intrinsic)),
  );
  const names = isPrinted ? freeNames(operand) : new Set<string>();
  return absent.flatMap((test) =>
    test.of.kind === "local" && names.has(test.of.name) ? cx.holds(test) : [],
  );
}

function conjunctsOf(expr: Expr): readonly Expr[] {
  return expr.kind === "logic" && expr.operator === "and" ? expr.operands : [expr];
}

const readsQuantities: readonly string[] = ["isQuantity", "compareQuantities", "milliValue"];

/** A body for each combination of the alternatives, where those are few: several choices are rules of their own. */
function combinations({ operands }: ExprOf<"logic">, cx: Context): readonly Body[] | undefined {
  const choices = operands.map((operand) => split(operand, cx));
  const combined = choices.reduce<readonly Body[]>(
    (all, bodies) => all.flatMap((first) => bodies.map((body) => [...first, ...body])),
    [[]],
  );
  const isOneChoice = choices.filter(({ length }) => length > 1).length < 2;
  const lines = combined.reduce((sum, body) => sum + body.length, 0);
  return isOneChoice || (combined.length <= few && lines <= fewLines) ? combined : undefined;
}

/** `x === "a" || x === "b"` is `x in {"a", "b"}`. */
export function membership(expr: ExprOf<"logic">, cx: Context): Term | undefined {
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
  return items.length === expr.operands.length ? infix("in", subject, set(items)) : undefined;
}

/** A definition for each alternative; where those are many, one for each operand, which has a rule of its own. */
export function ways(expr: ExprOf<"logic">, cx: Context): readonly Body[] {
  const bodies = split(expr, cx);
  if (bodies.length <= few) return bodies;
  const { operands } = expr;
  return operands.map((operand, position) => [
    ...shownBefore(operand, operands.slice(0, position), cx),
    ...cx.holds(operand),
  ]);
}
