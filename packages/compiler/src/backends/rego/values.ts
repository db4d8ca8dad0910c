import { type Expr, type ExprOf, type Iteration, mayBeAbsent, type Type } from "@policyc/ir";
import { intrinsicValue, unread } from "./calls.js";
import type { Context } from "./context.js";
import { nameFor } from "./helper-names.js";
import { inventory } from "./inventory.js";
import { snakeCase } from "./naming.js";
import {
  type Body,
  callTerm,
  infix,
  type Literal,
  expr as line,
  ref,
  scalar,
  type Term,
  variable,
  type Way,
} from "./syntax.js";

const roots = {
  object: ["review", "object"],
  oldObject: ["review", "oldObject"],
  request: ["review"],
  params: ["parameters"],
  namespaceObject: ["review", "namespaceObject"],
} as const;
const input = variable("input");

/** A term that is undefined where the value is absent. */
export function value(expr: Expr, cx: Context): Term {
  switch (expr.kind) {
    case "literal":
      return scalar(expr.value);
    case "absent":
    case "invalid":
      return scalar(null);
    case "input":
      return roots[expr.root].reduce<Term>((of, key) => ref(of, key), input);
    case "local":
      return variable(snakeCase(expr.name));
    case "field":
      return ref(cx.value(expr.of), expr.name);
    case "index":
      return ref(cx.value(expr.of), cx.value(expr.key));
    case "present":
    case "not":
    case "logic":
    case "compare":
    case "quantify":
      return truth(expr, cx);
    case "coalesce":
      return coalesce(expr, cx);
    case "arithmetic":
      return infix(expr.operator, cx.value(expr.left), cx.value(expr.right));
    case "concat":
      return concat(expr, cx);
    case "conditional":
      return cx.helper(nameFor(expr), [expr], ways(expr, cx));
    case "list":
      return list(expr, cx);
    case "record":
      return record(expr, cx);
    case "collect":
      return collect(expr, cx);
    case "let":
      return cx.helper(
        expr.binder.name,
        [expr],
        [{ value: cx.total(innermost(expr)), body: bindings(expr, cx) }],
      );
    case "call":
      return expr.type.kind === "boolean" ? truth(expr, cx) : intrinsicValue(expr, cx);
    case "inventory":
      return inventory(expr, cx);
    case "apply":
      return expr.type.kind === "boolean"
        ? truth(expr, cx)
        : callTerm(cx.functionName(expr.function), ...expr.args.map((arg) => cx.total(arg)));
  }
}

/** A term that is always defined: `null` where the value is absent. */
export function total(expr: Expr, cx: Context): Term {
  if (!mayBeUndefined(expr)) return cx.value(expr);
  const path = pathOf(expr, cx);
  if (path !== undefined) return objectGet(path, scalar(null));
  return cx.helper(nameFor(expr), [expr], [found(cx.value(expr)), { value: scalar(null), body: [] }]);
}

/** A way that is taken where the term is defined. */
function found(term: Term): { value: Term; body: Body } {
  const name = unread("found", term);
  return { value: variable(name), body: [{ kind: "assign", name, value: term }] };
}

/** Can the plain term be undefined? Names are always bound to something, if only to `null`. */
export function mayBeUndefined(expr: Expr): boolean {
  if (expr.kind === "field" || expr.kind === "index" || expr.kind === "call") return mayBeAbsent(expr.type);
  if (expr.kind === "input") return mayBeAbsent(expr.type) || expr.root === "params";
  return expr.kind === "coalesce" && mayBeUndefined(expr.fallback);
}

/** A Boolean as a value: a rule that is false where its condition does not hold. */
function truth(expr: Expr, cx: Context): Term {
  return cx.helper(
    nameFor(expr),
    [expr],
    [
      { value: scalar(true), body: cx.holds(expr) },
      { value: scalar(false), body: [] },
    ],
  );
}

/** `a.b ?? fallback`: `object.get`, which takes the whole path; else a rule that tries one after the other. */
function coalesce(expr: ExprOf<"coalesce">, cx: Context): Term {
  return gotten(expr, cx) ?? cx.helper(nameFor(expr.of), [expr], fallbacks(expr, cx));
}

function gotten({ of, fallback }: ExprOf<"coalesce">, cx: Context): Term | undefined {
  const path = readPath(of, cx);
  const plain =
    fallback.kind === "literal" ||
    (fallback.kind === "list" && fallback.items.length === 0) ||
    (fallback.kind === "record" && fallback.entries.length === 0);
  return path !== undefined && plain ? objectGet(path, cx.value(fallback)) : undefined;
}

/** An object of the request that is not there is written as null. */
function readPath(of: Expr, cx: Context): Path | undefined {
  return of.kind === "input" ? undefined : pathOf(of, cx);
}

/** `a ?? b ?? c` along one `else`. */
function fallbacks({ of, fallback }: ExprOf<"coalesce">, cx: Context): readonly Way[] {
  const last: readonly Way[] =
    fallback.kind === "coalesce" && gotten(fallback, cx) === undefined
      ? fallbacks(fallback, cx)
      : [{ value: cx.total(fallback), body: [] }];
  return [...whereThere(of, cx), ...last];
}

/** The ways that are taken where the value is there. */
function whereThere(of: Expr, cx: Context): readonly Way[] {
  if (of.kind === "coalesce") return [...whereThere(of.of, cx), ...whereThere(of.fallback, cx)];
  if (readPath(of, cx) !== undefined) return [found(cx.value(of))];
  const term = cx.total(of);
  return [{ value: term, body: [line(infix("!=", term, scalar(null)))] }];
}

/** A path of fields: where it starts, and its keys. */
interface Path {
  readonly base: Term;
  readonly keys: readonly Term[];
}

/** The path that an expression reads, from a name that is an object, or from the input. */
function pathOf(expr: Expr, cx: Context): Path | undefined {
  if (expr.kind === "input") return { base: input, keys: roots[expr.root].map(scalar) };
  if (expr.kind === "local")
    return isObject(expr.type) ? { base: variable(snakeCase(expr.name)), keys: [] } : undefined;
  if (expr.kind === "apply") return isObject(expr.type) ? { base: cx.value(expr), keys: [] } : undefined;
  if (expr.kind === "field") {
    const of = pathOf(expr.of, cx);
    return of === undefined ? undefined : { base: of.base, keys: [...of.keys, scalar(expr.name)] };
  }
  if (expr.kind !== "index") return undefined;
  const of = pathOf(expr.of, cx);
  const key = mayBeUndefined(expr.key) ? undefined : plainKey(expr.key, cx);
  return of === undefined || key === undefined ? undefined : { base: of.base, keys: [...of.keys, key] };
}

/** `object.get` starts at an object that is there; a list is no object. */
function isObject({ kind }: Type): boolean {
  return kind === "record" || kind === "map" || kind === "unknown";
}

/** A key that is a literal, a name, or a path itself. */
function plainKey(expr: Expr, cx: Context): Term | undefined {
  if (expr.kind === "literal") return scalar(expr.value);
  if (expr.kind === "local" && !mayBeAbsent(expr.type)) return variable(snakeCase(expr.name));
  const path = pathOf(expr, cx);
  return path?.keys.reduce<Term>((of, key) => ref(of, key), path.base);
}

function objectGet({ base, keys }: Path, fallback: Term): Term {
  // `input.review.object` is always there; what may be missing starts below it.
  const fixed =
    base === input && keys[0]?.kind === "scalar" && keys[0].value === "review"
      ? keys[1]?.kind === "scalar" && keys[1].value === "object"
        ? 2
        : 1
      : 0;
  const from = keys.slice(0, fixed).reduce<Term>((of, key) => ref(of, key), base);
  const rest = keys.slice(fixed);
  const [only, second] = rest;
  if (only === undefined) return from;
  return callTerm("object.get", from, second === undefined ? only : { kind: "array", items: rest }, fallback);
}

function concat({ parts }: ExprOf<"concat">, cx: Context): Term {
  const format = parts
    .map((part) => (part.kind === "literal" ? String(part.value).replaceAll("%", "%%") : "%v"))
    .join("");
  const args = parts.filter((part) => part.kind !== "literal").map((part) => cx.total(part));
  return args.length === 0
    ? scalar(format.replaceAll("%%", "%"))
    : callTerm("sprintf", scalar(format), { kind: "array", items: args });
}

function list({ items }: ExprOf<"list">, cx: Context): Term {
  const pieces: Term[] = [];
  let run: Term[] = [];
  for (const { spread, value: item } of items) {
    if (!spread) {
      run.push(cx.total(item));
      continue;
    }
    if (run.length > 0) pieces.push({ kind: "array", items: run });
    run = [];
    pieces.push(cx.total(item));
  }
  if (run.length > 0 || pieces.length === 0) pieces.push({ kind: "array", items: run });
  return pieces.reduce((left, right) => callTerm("array.concat", left, right));
}

/** `{ a: 1, b }`; an entry whose value is absent is left out, so that a reader finds nothing rather than null. */
function record({ entries }: ExprOf<"record">, cx: Context): Term {
  const whole: Term = {
    kind: "object",
    entries: entries.map(({ name, value: of }) => [name, cx.total(of)] as const),
  };
  if (!entries.some(({ value: of }) => mayBeAbsent(of.type))) return whole;
  const [field, given] = [variable("field"), variable("given")];
  const body: Body = [
    { kind: "some", key: "field", name: "given", over: whole },
    line(infix("!=", given, scalar(null))),
  ];
  return { kind: "mapping", key: field, value: given, body };
}

/** `filter`, `map` and `flatMap` are comprehensions. */
function collect(expr: ExprOf<"collect">, cx: Context): Term {
  const body: Literal[] = [
    ...loop(expr.iteration, cx),
    ...(expr.where === undefined ? [] : cx.holds(expr.where)),
  ];
  if (expr.into === "map")
    return { kind: "mapping", key: cx.value(expr.mapKey ?? expr.value), value: cx.total(expr.value), body };
  const into = expr.into === "set" ? "set" : "array";
  if (!expr.flatten) return { kind: "comprehension", into, head: cx.total(expr.value), body };
  const over = cx.value(expr.value);
  const name = unread("element", over, body);
  return { kind: "comprehension", into, head: variable(name), body: [...body, { kind: "some", name, over }] };
}

/** `some x in xs`. */
export function loop(iteration: Iteration, cx: Context): readonly Literal[] {
  const { binder, key, over } = iteration;
  return [
    {
      kind: "some",
      name: snakeCase(binder.name),
      over: cx.value(over),
      ...(key === undefined ? {} : { key: snakeCase(key.name) }),
    },
  ];
}

/** A choice as the ways of a rule, flattened along its `else`. */
export function ways(expr: Expr, cx: Context): { value: Term; body: Body }[] {
  if (expr.kind === "let") {
    return ways(expr.body, cx).map(({ value: result, body }) => ({
      value: result,
      body: [assign(expr.binder.name, expr.value, cx), ...body],
    }));
  }
  if (expr.kind !== "conditional") return [{ value: cx.total(expr), body: [] }];
  return [{ value: cx.total(expr.then), body: cx.holds(expr.test) }, ...ways(expr.else, cx)];
}

/** `x := …`; what only a rule can say gets one that is named after it. */
export function assign(name: string, expr: Expr, cx: Context): Literal {
  const named =
    expr.kind === "conditional" ? cx.helper(`${name}_of`, [expr], ways(expr, cx)) : cx.total(expr);
  return { kind: "assign", name: snakeCase(name), value: named };
}

/** The `const`s before a value, as assignments. */
function bindings(expr: Expr, cx: Context): readonly Literal[] {
  return expr.kind === "let" ? [assign(expr.binder.name, expr.value, cx), ...bindings(expr.body, cx)] : [];
}

function innermost(expr: Expr): Expr {
  return expr.kind === "let" ? innermost(expr.body) : expr;
}
