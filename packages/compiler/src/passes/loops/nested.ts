import {
  booleanType,
  type Call,
  type Collect,
  type Each,
  type Expr,
  type Index,
  type IntrinsicName,
  integerType,
  type List,
  type ListItem,
  literal,
  mayBeAbsent,
  type Quantify,
  type Stream,
  stringType,
} from "@policyc/ir";
import { isTrivial } from "../functions/inline.js";
import { type FreshNames, Renaming } from "../tree/fresh-names.js";

/** Is it a list that `flatMap` puts together? */
export function isFlattened(expr: Expr): expr is Collect {
  return expr.kind === "collect" && expr.flatten && expr.into === "list";
}

/** Is it such a list, or the set of its elements? */
export function holdsFlattened(expr: Expr): boolean {
  const list = expr.kind === "call" && expr.intrinsic === "set.of" ? expr.args[0] : expr;
  return list !== undefined && isFlattened(list);
}

/** The `flatMap` that a loop runs over, where no index counts through the result. */
function flattened({ iteration: { over, key } }: Collect | Each | Quantify): Collect | undefined {
  return isFlattened(over) && key === undefined ? over : undefined;
}

/** `for (const x of xs.flatMap(f))`: two loops. */
export function nestedEach(stream: Each): Stream {
  const outer = flattened(stream);
  if (outer === undefined) return stream;
  const { iteration, span } = stream;
  const inner = nestedEach({ ...stream, iteration: { ...iteration, over: outer.value } });
  const body: Stream =
    outer.where === undefined ? inner : { kind: "guard", when: outer.where, then: inner, span };
  return { kind: "each", iteration: outer.iteration, body, span };
}

/** An expression over a `flatMap`, whose own parts are nested already. */
export function nestedExpression(expr: Expr, names: FreshNames): Expr {
  if (expr.kind === "quantify") return quantify(expr);
  if (expr.kind === "collect") return collect(expr);
  if (expr.kind === "index") return first(expr, names);
  return expr.kind === "call" ? call(expr, names) : expr;
}

function quantify(expr: Quantify): Expr {
  const outer = flattened(expr);
  if (outer === undefined) return expr;
  const inner = quantify({ ...expr, iteration: { ...expr.iteration, over: outer.value } });
  return { ...expr, iteration: outer.iteration, where: guarded(outer.where, inner, expr) };
}

/** `every` passes over what the filter leaves out. */
function guarded(where: Expr | undefined, inner: Expr, { quantifier, span }: Quantify): Expr {
  if (where === undefined) return inner;
  const isSome = quantifier === "some";
  const first: Expr = isSome ? where : { kind: "not", operand: where, type: booleanType, span };
  return {
    kind: "logic",
    operator: isSome ? "and" : "or",
    operands: [first, inner],
    type: booleanType,
    span,
  };
}

/** `xs.flatMap(f).filter(g)` is `xs.flatMap((x) => f(x).filter(g))`. */
function collect(expr: Collect): Expr {
  const outer = flattened(expr);
  if (outer === undefined || expr.into !== "list") return expr;
  const value = collect({ ...expr, iteration: { ...expr.iteration, over: outer.value } });
  return { ...outer, value, type: expr.type, span: expr.span };
}

function call(expr: Call, names: FreshNames): Expr {
  const [list, other] = expr.args;
  const { intrinsic } = expr;
  if (list === undefined) return expr;
  if (intrinsic === "set.has" && other !== undefined) return hasElement(expr, list, other, names);
  if (intrinsic === "list.max" || intrinsic === "list.min") return extreme(expr, list, names);
  if (!isFlattened(list)) return expr;
  if (intrinsic === "list.sum") return sum(expr, list, names);
  if (intrinsic === "list.includes" && other !== undefined) return includes(expr, list, other, names);
  if (intrinsic === "list.length") return length(expr, list, names);
  return intrinsic === "list.join" && other !== undefined ? join(expr, list, other, names) : expr;
}

/** `new Set(xs.flatMap(f)).has(y)`. */
function hasElement(expr: Call, set: Expr, value: Expr, names: FreshNames): Expr {
  const list = set.kind === "call" && set.intrinsic === "set.of" ? set.args[0] : undefined;
  return list !== undefined && isFlattened(list) ? includes(expr, list, value, names) : expr;
}

function includes({ span }: Call, list: Collect, value: Expr, names: FreshNames): Expr {
  const found = call(of("list.includes", [list.value, value], booleanType, span), names);
  const some: Quantify = {
    kind: "quantify",
    quantifier: "some",
    iteration: list.iteration,
    where: found,
    type: booleanType,
    span,
  };
  return { ...some, where: guarded(list.where, found, some) };
}

function length({ span }: Call, list: Collect, names: FreshNames): Expr {
  const value = call(of("list.length", [list.value], integerType, span), names);
  return of("list.sum", [eachOf(list, value)], integerType, span);
}

function sum({ type, span }: Call, list: Collect, names: FreshNames): Expr {
  return of("list.sum", [eachOf(list, call(of("list.sum", [list.value], type, span), names))], type, span);
}

/** `max([0, ...xs.flatMap(f)])` is that of `max([0, ...f(x)])`: a number that is always there is among each of them. */
function extreme(expr: Call, list: Expr, names: FreshNames): Expr {
  const [first, ...others] = list.kind === "list" ? itemsOf(list) : [];
  if (list.kind !== "list" || first === undefined || first.spread || !others.some(isSpreadOfFlattened))
    return expr;
  if (!isTrivial(first.value)) return expr;
  const items = others.map((item): ListItem => {
    if (!item.spread || !isFlattened(item.value)) return item;
    const ofTurn: Expr = { ...list, items: [first, { spread: true, value: item.value.value }] };
    return { spread: true, value: eachOf(item.value, call({ ...expr, args: [ofTurn] }, names)) };
  });
  return { ...expr, args: [{ ...list, items: [first, ...items] }] };
}

/** The items, also of the lists that it spreads. */
function itemsOf(list: List): readonly ListItem[] {
  return list.items.flatMap((item) =>
    item.spread && item.value.kind === "list" ? itemsOf(item.value) : [item],
  );
}

function isSpreadOfFlattened({ spread, value }: ListItem): boolean {
  return spread && isFlattened(value);
}

/** One value of each list. */
function eachOf(list: Collect, value: Expr): Collect {
  return { ...list, value, flatten: false, type: { kind: "list", element: value.type } };
}

/** `xs.flatMap(f)[0]` is the first element of the first list that has one. */
function first(expr: Index, names: FreshNames): Expr {
  const { of: list, key, span } = expr;
  if (!isFlattened(list) || key.kind !== "literal" || key.value !== 0) return expr;
  if (list.value.type.kind !== "list" || mayBeAbsent(list.value.type.element)) return expr;
  const value = first({ ...expr, of: list.value, type: list.value.type.element }, names);
  return { ...expr, of: { ...eachOf(list, value), where: whereFilled(list, span, names) } };
}

/** The texts of the lists that hold anything: an empty one leaves no separator behind. */
function join({ span }: Call, list: Collect, separator: Expr, names: FreshNames): Expr {
  const where = whereFilled(list, span, names);
  const between = new Renaming(names).expression(separator);
  const value = call(of("list.join", [list.value, between], stringType, span), names);
  return of("list.join", [{ ...eachOf(list, value), where }, separator], stringType, span);
}

/** When a turn gives a list that holds anything. */
function whereFilled(list: Collect, span: Expr["span"], names: FreshNames): Expr {
  const holds = filled(new Renaming(names).expression(list.value), span);
  if (list.where === undefined) return holds;
  return { kind: "logic", operator: "and", operands: [list.where, holds], type: booleanType, span };
}

/** Does a list hold anything? Nobody makes the elements to ask. */
function filled(list: Expr, span: Expr["span"]): Expr {
  if (list.kind === "collect" && list.into === "list" && (list.flatten || list.where !== undefined)) {
    const { iteration, where = literal(true, span), value } = list;
    const operands = list.flatten ? [where, filled(value, span)] : [where];
    const held: Expr = { kind: "logic", operator: "and", operands, type: booleanType, span };
    return { kind: "quantify", quantifier: "some", iteration, where: held, type: booleanType, span };
  }
  if (list.kind === "collect" && list.into === "list") return filled(list.iteration.over, span);
  const count = of("list.length", [list], integerType, span);
  return { kind: "compare", operator: ">", left: count, right: literal(0, span), type: booleanType, span };
}

function of(intrinsic: IntrinsicName, args: readonly Expr[], type: Call["type"], span: Call["span"]): Call {
  return { kind: "call", intrinsic, args, type, span };
}
