import { type Expr, type ExprOf, isEmpty, mayBeAbsent, substitute } from "@policyc/ir";
import { snakeCase } from "../naming.js";
import { type Body, infix, expr as line, scalar, type Term, variable, type Way } from "../syntax.js";
import { assign, unread } from "./bindings.js";
import type { Context } from "./context.js";
import { isAmongOptionals, isUndefinedWhereAbsent, mayBeUndefined } from "./definedness.js";
import { namesFor } from "./helper-names.js";
import { objectGet, type Path, pathOf } from "./paths.js";

/** `a.b ?? fallback`: `object.get`, which takes the whole path; else a rule that tries one after the other. */
export function coalesce(expr: ExprOf<"coalesce">, cx: Context): Term {
  return gotten(expr, cx) ?? cx.choice(namesFor(expr), expr);
}

function gotten({ of, fallback }: ExprOf<"coalesce">, cx: Context): Term | undefined {
  const path = readPath(of, cx);
  return path !== undefined && isPlain(fallback, cx) ? objectGet(path, cx.total(fallback)) : undefined;
}

/** What stands in for nothing on the same line: a constant, a name, or what is read elsewhere. */
function isPlain(fallback: Expr, cx: Context): boolean {
  switch (fallback.kind) {
    case "literal":
    case "absent":
      return true;
    case "list":
      return fallback.items.every(({ spread, value: { kind } }) => !spread && kind === "literal");
    case "coalesce":
      return gotten(fallback, cx) !== undefined;
    default:
      return isEmpty(fallback) || readPath(fallback, cx) !== undefined;
  }
}

/** An object of the request that is not there is written as null, and a name may stand for null. */
function readPath(of: Expr, cx: Context): Path | undefined {
  return of.kind === "input" || of.kind === "local" ? undefined : pathOf(of, cx);
}

/** `a ?? b ?? c` along one `else`. */
function fallbacks({ of, fallback }: ExprOf<"coalesce">, cx: Context): readonly Way[] {
  const last: readonly Way[] =
    fallback.kind === "coalesce" && gotten(fallback, cx) === undefined
      ? fallbacks(fallback, cx)
      : isChoice(fallback)
        ? ways(fallback, cx)
        : [whole(fallback, cx)];
  return [...whereThere(of, cx), ...last];
}

/** The ways that are taken where the value is there. */
function whereThere(of: Expr, cx: Context): readonly Way[] {
  if (of.kind === "coalesce") return [...whereThere(of.of, cx), ...whereThere(of.fallback, cx)];
  // What a function makes of a text is a text: it is undefined where the text is, and never null. A truth is always there.
  const isOfParts = of.kind === "call" && of.type.kind !== "boolean";
  if (readPath(of, cx) !== undefined || isOfParts || isUndefinedWhereAbsent(of)) return [foundOf(of, cx)];
  const term = cx.total(of);
  return [{ value: term, body: [line(infix("!=", term, scalar(null)))], neverNull: true }];
}

/** The value in any case, `null` where it is absent. */
function whole(expr: Expr, cx: Context): Way {
  return { value: cx.total(expr), body: [], ...(mayBeAbsent(expr.type) ? {} : { neverNull: true }) };
}

function foundOf(expr: Expr, cx: Context): Way {
  return { ...found(cx.value(expr)), ...(isAmongOptionals(expr) ? {} : { neverNull: true }) };
}

/** A way that is taken where the term is defined. */
export function found(term: Term): Way {
  const name = unread(isLast(term) ? "last" : "found", term);
  return { value: variable(name), body: [{ kind: "assign", name, value: term }] };
}

/** `xs[count(xs) - 1]` */
function isLast(term: Term): boolean {
  if (term.kind !== "ref" || term.key.kind !== "infix" || term.key.operator !== "-") return false;
  const { left, right } = term.key;
  return left.kind === "call" && left.name === "count" && right.kind === "scalar" && right.value === 1;
}

/** A choice as the ways of a rule, flattened along its `else`. */
export function ways(expr: Expr, cx: Context): readonly Way[] {
  return withoutNeedless(allWays(expr, cx));
}

/** A test before the last way that gives the same makes no difference. */
function withoutNeedless(all: readonly Way[]): readonly Way[] {
  const [before, last] = all.slice(-2);
  const isNeedless =
    last?.value?.kind === "scalar" &&
    last.body.length === 0 &&
    before?.value?.kind === "scalar" &&
    before.value.value === last.value.value;
  return isNeedless ? withoutNeedless([...all.slice(0, -2), last]) : all;
}

function allWays(expr: Expr, cx: Context): readonly Way[] {
  if (expr.kind === "let") return named(expr, cx);
  if (expr.kind === "coalesce" && gotten(expr, cx) === undefined) {
    const { of } = expr;
    // `(const x = …; x.y) ?? z`: what stands behind the names may be absent.
    return of.kind === "let" ? named({ ...of, body: { ...expr, of: of.body } }, cx) : fallbacks(expr, cx);
  }
  if (expr.kind !== "conditional") return orNull(expr, cx);
  const test = cx.holds(expr.test);
  const inner = isChoice(expr.then) && isBrief(test) ? ways(expr.then, cx) : [];
  const then = inner.length > 0 && inner.length <= few ? inner : [whole(expr.then, cx)];
  return [...after(test, then), ...ways(expr.else, cx)];
}

/** The ways of what a name is for: under another name where one of them has a `found` of its own. */
function named(
  { binder, value, body }: Pick<ExprOf<"let">, "binder" | "value" | "body">,
  cx: Context,
): readonly Way[] {
  const line = assign(binder.name, value, cx);
  const those = ways(body, cx);
  const isTaken = those.some((way) =>
    way.body.some((one) => one.kind === "assign" && one.name === snakeCase(binder.name)),
  );
  if (!isTaken) return after([line], those);
  const name = `${binder.name}Value`;
  const read: Expr = { kind: "local", name, type: binder.type, span: value.span };
  return after([assign(name, value, cx)], ways(substitute(body, new Map([[binder.name, read]])), cx));
}

function after(before: Body, these: readonly Way[]): readonly Way[] {
  return these.map((way) => ({ ...way, body: [...before, ...way.body] }));
}

/** What a rule that has to be defined gives: the value, or `null` where there is none. */
export function orNull(expr: Expr, cx: Context): readonly Way[] {
  if (!mayBeUndefined(expr) || pathOf(expr, cx) !== undefined) return [whole(expr, cx)];
  return [foundOf(expr, cx), { value: scalar(null), body: [] }];
}

/** How many ways a choice inside of a choice may have to be one with it, with the test before each of them. */
const few = 3;

/** One of several values that are no lists, which a comprehension says. */
function isChoice(expr: Expr): boolean {
  if (expr.kind === "let") return isChoice(expr.body);
  return expr.kind === "conditional" && !isEmpty(expr.else);
}

/** A test that is easily read twice. */
function isBrief(test: Body): boolean {
  return test.length <= 2 && test.every(({ kind }) => kind === "expr") && JSON.stringify(test).length < 400;
}
