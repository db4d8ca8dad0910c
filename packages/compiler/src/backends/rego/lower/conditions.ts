import { type Expr, type ExprOf, emptinessOf, optional } from "@policyc/ir";
import { snakeCase } from "../naming.js";
import {
  type Body,
  callTerm,
  defined,
  infix,
  expr as line,
  not as notLine,
  scalar,
  type Term,
} from "../syntax.js";
import { tidy } from "../tidy/tidy.js";
import { alternatives, membership, split, ways } from "./alternatives.js";
import { assign, loop } from "./bindings.js";
import { intrinsicTest } from "./calls.js";
import { comparison, differs, speaksForItself } from "./comparisons.js";
import type { Context } from "./context.js";
import { canBeNegated, canBeNegatedWithKeys, saysPresence } from "./definedness.js";
import { isFlat } from "./flat.js";
import { namesFor } from "./helper-names.js";
import { objectGet, pathOf } from "./paths.js";
import { asOneTest, presumed } from "./presumed.js";

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
        : all(expr, cx);
    case "conditional":
      return [
        line(
          cx.helper(
            namesFor(expr),
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
      return [line(intrinsicTest(presumed(expr), cx))];
    case "apply":
      return [line(cx.apply(expr))];
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
      return expr.operator === "or" ? expr.operands.flatMap((operand) => cx.fails(operand)) : both(expr, cx);
    case "quantify":
      return expr.quantifier === "every"
        ? [...loop(expr.iteration, cx), ...cx.fails(expr.where)]
        : none(expr, cx);
    case "compare":
      return differs(expr, cx);
    case "present":
      return absence(expr, cx);
    case "call":
      return expr.intrinsic === "is.given" ? expr.args.map((of) => isNotGiven(of, cx)) : negated(expr, cx);
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
  const body = expr.kind === "call" ? [line(intrinsicTest(expr, cx))] : cx.holds(expr);
  const [only, second] = body;
  const isOne = only?.kind === "expr" && second === undefined;
  if (isOne && (only.negated || hasKeysInside(only.term))) return [{ ...only, negated: !only.negated }];
  return [
    notLine(
      cx.helper(
        namesFor(expr),
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
      namesFor(expr),
      [expr],
      ways(expr, cx).map((body) => ({ body })),
    )
  );
}

/** `not` before the one line that says it all, or before a rule of its own. */
function both(expr: ExprOf<"logic">, cx: Context): Body {
  const empty = emptiness(expr, cx);
  if (empty !== undefined) return [empty];
  const body = tidy(expr.operands.flatMap((operand) => cx.holds(operand)));
  const [only, second] = body;
  if (only?.kind === "expr" && second === undefined && (only.negated || canBeNegated(only.term)))
    return [{ ...only, negated: !only.negated }];
  const test = asOneTest(expr);
  if (test !== undefined) return negated(test, cx);
  const positive = withoutNegations(expr);
  if (positive !== undefined) return cx.holds(positive);
  return [notLine(cx.helper(namesFor(expr), [expr], [{ body }]))];
}

/** What may hold `null` may also be missing, although its type says what is there: `not` before `!=` would lose that. */
function isNotGiven(of: Expr, cx: Context): Body[number] {
  return isNull(cx.total({ ...of, type: optional(of.type) }));
}

/** `!(x !== "a" && x !== "b")` is `x === "a" || x === "b"`. */
function withoutNegations({ operands, ...rest }: ExprOf<"logic">): Expr | undefined {
  const positive = operands.flatMap((operand): readonly Expr[] => {
    if (operand.kind === "not") return [operand.operand];
    return operand.kind === "compare" && operand.operator === "!=" ? [{ ...operand, operator: "==" }] : [];
  });
  return positive.length === operands.length ? { ...rest, operator: "or", operands: positive } : undefined;
}

/** `!text`: what is absent counts as empty. A name may stand for `null`, which is also what functions give. */
function emptiness(expr: ExprOf<"logic">, cx: Context): Body[number] | undefined {
  const asked = emptinessOf(expr);
  if (asked === undefined) return undefined;
  const empty = cx.value(asked.empty);
  if (asked.of.kind === "local" || asked.of.kind === "apply")
    return line(infix("in", cx.value(asked.of), { kind: "set", items: [scalar(null), empty] }));
  const path = asked.of.kind === "field" || asked.of.kind === "index" ? pathOf(asked.of, cx) : undefined;
  return path === undefined ? undefined : line(infix("==", objectGet(path, empty), empty));
}

/** Every element has it; none fails, where that can be said without another rule. */
function all(expr: ExprOf<"quantify">, cx: Context): Body {
  if (isFlat(expr.where, true) || !isFlat(expr.where, false))
    return [every(expr.iteration, cx.holds(expr.where), cx)];
  const failing = `failing_${expr.iteration.binder.name}`;
  return [notLine(cx.helper(failing, [expr], [{ body: cx.fails(expr) }]))];
}

/** No element has it: `every … { not … }` reads best, as long as that is what it says. */
function none(expr: ExprOf<"quantify">, cx: Context): Body {
  if (isFlat(expr.where, false) || !isFlat(expr.where, true))
    return [every(expr.iteration, cx.fails(expr.where), cx)];
  return [notLine(cx.helper(namesFor(expr), [expr], [{ body: cx.holds(expr) }]))];
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
  if (isFirstOfName(of)) return [line(infix(">", callTerm("count", cx.value(of.of)), scalar(0)))];
  // A field that may be `false` is there all the same; a plain reference would not say so.
  const sayable = saysPresence(of);
  return sayable ? [defined(cx.value(of))] : [line(infix("!=", cx.total(of), scalar(null)))];
}

/** `verbs[0]` of a list that has a name: there is a first one where there is any. */
function isFirstOfName(of: Expr): of is ExprOf<"index"> {
  if (of.kind !== "index" || of.of.kind !== "local" || of.of.type.kind !== "list") return false;
  return of.key.kind === "literal" && of.key.value === 0 && saysPresence(of);
}

function absence(expr: ExprOf<"present">, cx: Context): Body {
  const { of } = expr;
  if (!saysPresence(of)) return [isNull(cx.total(of))];
  const term = cx.value(of);
  return hasKeysInside(term) ? [notLine(term)] : negated(expr, cx);
}

/** OPA takes `count(xs) - 1` of `xs[count(xs) - 1]` out of `not`, and without `xs` the body fails. */
function hasKeysInside(term: Term): boolean {
  return term.kind !== "ref" || canBeNegatedWithKeys(term);
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
