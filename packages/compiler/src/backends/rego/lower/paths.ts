import { type Expr, type InputRoot, isEmpty, mayBeAbsent, type Type } from "@policyc/ir";
import { snakeCase } from "../naming.js";
import { callTerm, ref, scalar, type Term, variable } from "../syntax.js";
import type { Context } from "./context.js";
import { mayBeUndefined } from "./definedness.js";

const roots = {
  object: ["review", "object"],
  oldObject: ["review", "oldObject"],
  request: ["review"],
  params: ["parameters"],
  namespaceObject: ["review", "namespaceObject"],
} as const satisfies { [Root in InputRoot]: readonly string[] };
const input = variable("input");

/** A path of fields: where it starts, and its keys. */
export interface Path {
  readonly base: Term;
  readonly keys: readonly Term[];
}

/** `input.review.object`. */
export function inputTerm(root: InputRoot): Term {
  return roots[root].reduce<Term>((of, key) => ref(of, key), input);
}

/** The path that an expression reads, from a name that is an object, a table that is written out, or the input. */
export function pathOf(expr: Expr, cx: Context): Path | undefined {
  switch (expr.kind) {
    case "input":
      return { base: input, keys: roots[expr.root].map(scalar) };
    case "local":
      return isObject(expr.type) ? { base: variable(snakeCase(expr.name)), keys: [] } : undefined;
    case "record": {
      const base = cx.value(expr);
      return base.kind === "object" ? { base, keys: [] } : undefined;
    }
    case "apply":
      return isObject(expr.type) ? { base: cx.value(expr), keys: [] } : undefined;
    case "field": {
      const of = pathOf(withoutEmptyRecord(expr.of), cx);
      return of === undefined ? undefined : { base: of.base, keys: [...of.keys, scalar(expr.name)] };
    }
    case "index": {
      const of = pathOf(withoutEmptyRecord(expr.of), cx);
      const key = mayBeUndefined(expr.key) ? undefined : plainKey(expr.key, cx);
      return of === undefined || key === undefined ? undefined : { base: of.base, keys: [...of.keys, key] };
    }
    default:
      return undefined;
  }
}

/** `(a.b ?? {}).c` is absent where `a.b` is, as `a.b.c` is. An object of the request that is not there is `null`. */
export function withoutEmptyRecord(expr: Expr): Expr {
  const isField = expr.kind === "coalesce" && (expr.of.kind === "field" || expr.of.kind === "index");
  return isField && isEmpty(expr.fallback) ? expr.of : expr;
}

/** `object.get` starts at an object that is there; a list is no object. */
function isObject({ kind }: Type): boolean {
  return kind === "record" || kind === "map" || kind === "unknown";
}

/** A key that is a literal, a name, what a function or a template makes, or a path itself. */
function plainKey(expr: Expr, cx: Context): Term | undefined {
  if (expr.kind === "literal") return scalar(expr.value);
  if (expr.kind === "concat" || (expr.kind === "apply" && !mayBeAbsent(expr.type))) return cx.value(expr);
  if (expr.kind === "local" && !mayBeAbsent(expr.type)) return variable(snakeCase(expr.name));
  const path = pathOf(expr, cx);
  return path?.keys.reduce<Term>((of, key) => ref(of, key), path.base);
}

/** The value at the path, or else the fallback. */
export function objectGet({ base, keys }: Path, fallback: Term): Term {
  const fixed = alwaysThere({ base, keys });
  const from = keys.slice(0, fixed).reduce<Term>((of, key) => ref(of, key), base);
  const rest = keys.slice(fixed);
  const [only, second] = rest;
  if (only === undefined) return from;
  return callTerm("object.get", from, second === undefined ? only : { kind: "array", items: rest }, fallback);
}

/** How many of the keys lead to something that is in every request: what may be missing is below `input.review.object`. */
function alwaysThere({ base, keys: [first, second] }: Path): number {
  if (base !== input || first?.kind !== "scalar" || first.value !== "review") return 0;
  return second?.kind === "scalar" && second.value === "object" ? 2 : 1;
}
