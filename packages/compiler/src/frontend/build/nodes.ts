import type { Span } from "@policyc/diagnostics";
import {
  absent,
  type Binder,
  booleanType,
  type Collect,
  type CompareOperator,
  type Expr,
  type IntrinsicName,
  type Iteration,
  intrinsics,
  type Let,
  type Local,
  mayBeAbsent,
  optional,
  type Quantify,
  required,
  type Stream,
  type Type,
  unknownType,
} from "@policyc/ir";
import { wholeField } from "../types/whole-numbers.js";

/** Small constructors for the nodes that several visitors make. */

/** A name, and what it stands for. */
export interface Bound {
  readonly binder: Binder;
  readonly value: Expr;
}

export function local(binder: Binder, span: Span): Local {
  return { kind: "local", name: binder.name, type: binder.type, span };
}

/** `xs.map(x => value)`: a value of each turn. */
export function eachValue(iteration: Iteration, value: Expr, span: Span): Collect {
  const type: Type = { kind: "list", element: value.type };
  return { kind: "collect", iteration, value, flatten: false, into: "list", type, span };
}

export function not(operand: Expr, span: Span = operand.span): Expr {
  return operand.kind === "not" ? operand.operand : { kind: "not", operand, type: booleanType, span };
}

export function present(of: Expr, span: Span = of.span): Expr {
  return { kind: "present", of, type: booleanType, span };
}

export function logic(operator: "and" | "or", operands: readonly Expr[], span: Span): Expr {
  const flat = operands.flatMap((operand) =>
    operand.kind === "logic" && operand.operator === operator ? operand.operands : [operand],
  );
  const [only, second] = flat;
  return only !== undefined && second === undefined
    ? only
    : { kind: "logic", operator, operands: flat, type: booleanType, span };
}

/** `test`, and what there may be to ask before. */
export function also(before: Expr | undefined, test: Expr, span: Span): Expr {
  return before === undefined ? test : logic("and", [before, test], span);
}

/** A test of what may be absent: false where it is. */
export function ofThere(value: Expr, test: Expr, span: Span): Expr {
  return mayBeAbsent(value.type) ? logic("and", [present(value, span), test], span) : test;
}

export function compare(operator: CompareOperator, left: Expr, right: Expr, span: Span): Expr {
  return { kind: "compare", operator, left, right, type: booleanType, span };
}

export function conditional(test: Expr, then: Expr, otherwise: Expr, type: Type, span: Span): Expr {
  return { kind: "conditional", test, then: ofType(then, type), else: ofType(otherwise, type), type, span };
}

/** A list beside one with elements that may be absent is such a list, too: what reads of the two must find one form. */
export function ofType(expr: Expr, type: Type): Expr {
  const [wanted, own] = [required(type), required(expr.type)];
  if (!holdsAbsent(wanted) || own.kind !== "list" || mayBeAbsent(own.element)) return expr;
  const wide = mayBeAbsent(expr.type) ? optional(wanted) : wanted;
  switch (expr.kind) {
    case "conditional":
      return { ...expr, then: ofType(expr.then, type), else: ofType(expr.else, type), type: wide };
    case "let":
      return { ...expr, body: ofType(expr.body, type), type: wide };
    case "list":
      return {
        ...expr,
        items: expr.items.map((item) => (item.spread ? { ...item, value: ofType(item.value, type) } : item)),
        type: wanted,
      };
    default:
      return mayBeAbsent(expr.type)
        ? conditional(present(expr), spread(expr, wanted), absent(expr.span), wide, expr.span)
        : spread(expr, wanted);
  }
}

/** What is absent counts as not given. */
export function orDefault(value: Expr, fallback: Expr): Expr {
  if (value.kind === "absent") return fallback;
  const type = mayBeAbsent(fallback.type) ? value.type : required(value.type);
  return { kind: "coalesce", of: value, fallback, type, span: value.span };
}

/** Is it a list whose elements are asked whether they are there? */
export function holdsAbsent(type: Type): boolean {
  return type.kind === "list" && type.element.kind === "optional";
}

/** `[...list]`. */
function spread(expr: Expr, type: Type): Expr {
  const value = { ...expr, type: required(expr.type) };
  return { kind: "list", items: [{ spread: true, value }], type, span: expr.span };
}

export function call(
  intrinsic: IntrinsicName,
  args: readonly Expr[],
  span: Span,
  type: Type = intrinsics[intrinsic],
): Expr {
  return { kind: "call", intrinsic, args, type, span };
}

/** The characters of a text, which JavaScript goes through by code point as well. */
export function characters(text: Expr, span: Span): Expr {
  return call("string.characters", [text], span);
}

/** `of.name`, absent where `of` is. */
export function field(of: Expr, name: string, declared: Type, span: Span): Expr {
  const type = wholeField(declared, name, of.type);
  return {
    kind: "field",
    of,
    name,
    type: mayBeAbsent(of.type) && of.type.kind !== "unknown" ? optional(type) : type,
    span,
  };
}

/** `of[key]`; of a list that is written out, the item itself. */
export function index(of: Expr, key: Expr, type: Type, span: Span): Expr {
  if (of.kind === "list" && key.kind === "literal" && of.items.every(({ spread }) => !spread)) {
    const item = of.items[Number(key.value)];
    if (item !== undefined) return item.value;
  }
  return { kind: "index", of, key, type, span };
}

/** What follows, with names that it sees. */
export function boundIn(bound: readonly Bound[], body: Stream): Stream {
  return bound.reduceRight<Stream>(
    (inner, { binder, value }) => ({ kind: "bind", binder, value, body: inner, span: value.span }),
    body,
  );
}

/** One stream after the other, without sequences in sequences. */
export function inOrder(streams: readonly Stream[], span: Span): Stream {
  const items = streams.flatMap((stream) => (stream.kind === "sequence" ? stream.items : [stream]));
  const [only, another] = items;
  return only !== undefined && another === undefined ? only : { kind: "sequence", items, span };
}

export function let_(binder: Binder, value: Expr, body: Expr, span: Span): Let {
  return { kind: "let", binder, value, body, type: body.type, span };
}

/** Does a turn of the loop make it true? */
export function some(iteration: Iteration, where: Expr, span: Span): Quantify {
  return { kind: "quantify", quantifier: "some", iteration, where, type: booleanType, span };
}

/** The element type of what a loop runs over. */
export function elementType(over: Expr): Type {
  const type = required(over.type);
  if (type.kind === "list" || type.kind === "set") return type.element;
  return type.kind === "map" ? type.value : unknownType;
}
