import {
  booleanType,
  type Collect,
  type Expr,
  freeNames,
  isEmpty,
  type List,
  literal,
  type Quantify,
  required,
  substitute,
} from "@policyc/ir";
import { isConstructed } from "./literal.js";
import { conjunction, isEmptyList, negated } from "./logic.js";

/** A loop over nothing has its value; a loop over a filtered list is a loop over the list with one more condition. */
export function foldLoops(expr: Expr): Expr {
  if (expr.kind === "collect") return overNothing(expr) ?? fuseCollect(filtering(expr));
  if (expr.kind === "quantify" && isEmpty(expr.iteration.over))
    return literal(expr.quantifier === "every", expr.span);
  if (expr.kind !== "quantify") return expr;
  const known = overWhatIsThere(expr);
  return sought(known) ?? (known.quantifier === "some" ? fuseSome(known) : known);
}

/** `[true, false].includes(undefined)`: none of the elements is absent, so that nobody asks whether this one is. */
function overWhatIsThere(expr: Quantify): Quantify {
  const { over, binder } = expr.iteration;
  const list = writtenList(over);
  if (binder.type.kind !== "optional" || list === undefined) return expr;
  if (!list.items.every(({ spread, value }) => !spread && isConstructed(value))) return expr;
  const type = required(binder.type);
  const element: Expr = { kind: "local", name: binder.name, type, span: over.span };
  const there: Expr = { ...list, type: { kind: "list", element: type } };
  return {
    ...expr,
    iteration: {
      ...expr.iteration,
      over: over.kind === "call" ? { ...over, args: [there], type: { kind: "set", element: type } } : there,
      binder: { ...binder, type },
    },
    where: substitute(expr.where, new Map([[binder.name, element]])),
  };
}

/** `[a, b]`, and that of `new Set([a, b])`. */
function writtenList(over: Expr): List | undefined {
  const of = over.kind === "call" && over.intrinsic === "set.of" ? over.args[0] : over;
  return of?.kind === "list" ? of : undefined;
}

/** `xs.some((x) => x === text)` is `xs.includes(text)`, and `xs.every((x) => x !== text)` that it is not among them. */
function sought({ quantifier, iteration: { over, binder, key }, where, span }: Quantify): Expr | undefined {
  const isSome = quantifier === "some";
  if (where.kind !== "compare" || where.operator !== (isSome ? "==" : "!=")) return undefined;
  if (key !== undefined || over.type.kind !== "list" || over.type.element.kind !== "string") return undefined;
  const { left, right } = where;
  const isElement = (side: Expr): boolean => side.kind === "local" && side.name === binder.name;
  const text = isElement(left) ? right : isElement(right) ? left : undefined;
  if (text?.type.kind !== "string" || freeNames(text).has(binder.name)) return undefined;
  const found: Expr = {
    kind: "call",
    intrinsic: "list.includes",
    args: [over, text],
    type: booleanType,
    span,
  };
  return isSome ? found : negated(found);
}

function overNothing({ iteration, into, type, span }: Collect): Expr | undefined {
  if (!isEmpty(iteration.over) || into === "set") return undefined;
  return into === "map"
    ? { kind: "record", entries: [], type, span }
    : { kind: "list", items: [], type, span };
}

function fuseSome(expr: Quantify): Expr {
  const inner = filterBelow(expr);
  return inner === undefined
    ? expr
    : {
        ...expr,
        iteration: inner.iteration,
        where: conjunction([inner.where, renamed(expr.where, expr, inner)], expr.where.span),
      };
}

function fuseCollect(expr: Collect): Expr {
  const inner = filterBelow(expr);
  if (inner === undefined) return expr;
  const where =
    expr.where === undefined
      ? inner.where
      : conjunction([inner.where, renamed(expr.where, expr, inner)], expr.where.span);
  const mapKey = expr.mapKey === undefined ? {} : { mapKey: renamed(expr.mapKey, expr, inner) };
  return { ...expr, iteration: inner.iteration, where, value: renamed(expr.value, expr, inner), ...mapKey };
}

/** `flatMap((x) => (test ? [x.name] : []))` is `filter(test)` and `map`. */
function filtering(expr: Collect): Collect {
  if (!expr.flatten) return expr;
  const { value } = expr;
  if (value.kind === "list") {
    const [only, ...others] = value.items;
    const isSingle = only !== undefined && !only.spread && others.length === 0;
    return isSingle ? { ...expr, value: only.value, flatten: false } : expr;
  }
  if (value.kind !== "conditional") return expr;
  if (isEmptyList(value.else)) return filtering(only(expr, value.test, value.then));
  return isEmptyList(value.then) ? filtering(only(expr, negated(value.test), value.else)) : expr;
}

function only(expr: Collect, test: Expr, value: Expr): Collect {
  return {
    ...expr,
    where: expr.where === undefined ? test : conjunction([expr.where, test], test.span),
    value,
  };
}

type Filter = Collect & { readonly where: Expr };

/** The `filter` that a loop runs over, where it gives the elements themselves and no index is counted. */
function filterBelow({ iteration: { over, key } }: Collect | Quantify): Filter | undefined {
  if (over.kind !== "collect" || over.where === undefined || over.flatten || over.into !== "list")
    return undefined;
  if (key !== undefined || over.iteration.key !== undefined) return undefined;
  const isElement = over.value.kind === "local" && over.value.name === over.iteration.binder.name;
  return isElement ? { ...over, where: over.where } : undefined;
}

function renamed(expr: Expr, { iteration }: Collect | Quantify, inner: Filter): Expr {
  return substitute(expr, new Map([[iteration.binder.name, inner.value]]));
}
