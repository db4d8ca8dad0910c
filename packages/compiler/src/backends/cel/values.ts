import { type Expr, type ExprOf, freeNames, type Iteration, mayBeAbsent, type Type } from "@policyc/ir";
import type { Context } from "./context.js";
import { intrinsicValue } from "./intrinsics.js";
import {
  binary,
  type Cel,
  call,
  ident,
  list,
  literal,
  maybe,
  method,
  none,
  select,
  ternary,
} from "./syntax.js";

/** The value of an expression that is there. */
export function value(expr: Expr, cx: Context): Cel {
  switch (expr.kind) {
    case "literal":
      return {
        kind: "literal",
        value: expr.value,
        double: expr.type.kind === "number" && !expr.type.integer,
      };
    case "absent":
    case "invalid":
      return none;
    case "input":
      return root(expr, cx);
    case "local":
      return localValue(expr, cx);
    case "field":
      return select(cx.value(expr.of), expr.name);
    case "index":
      return { kind: "index", of: cx.value(expr.of), key: cx.value(expr.key), optional: false };
    case "present":
    case "not":
    case "logic":
    case "compare":
    case "quantify":
      return cx.test(expr);
    case "coalesce":
      return coalesce(expr, cx);
    case "arithmetic":
      return binary(expr.operator, numeric(expr.left, expr, cx), numeric(expr.right, expr, cx));
    case "concat":
      return concat(expr, cx);
    case "conditional":
      return ternary(cx.test(expr.test), cx.value(expr.then), cx.value(expr.else));
    case "list":
      return expr.name === undefined
        ? listValue(expr, cx)
        : cx.program.variable(expr.name, untyped(expr, listValue(expr, cx)));
    case "record":
      return expr.name === undefined
        ? record(expr, cx)
        : cx.program.variable(expr.name, call("dyn", record(expr, cx)));
    case "collect":
      return collect(expr, cx);
    case "let":
      return bound(expr, cx, "value");
    case "call":
      return intrinsicValue(expr, cx);
    case "apply":
      return literal(null);
  }
}

function root(expr: ExprOf<"input">, cx: Context): Cel {
  return expr.root === "object" && cx.program.untypedObject ? call("dyn", ident("object")) : ident(expr.root);
}

function localValue(expr: ExprOf<"local">, cx: Context): Cel {
  const meaning = cx.meaning(expr.name);
  if (meaning === undefined) return ident(expr.name);
  return meaning.optional ? method(meaning.term, "value") : meaning.term;
}

/** Integers meet doubles in doubles. */
function numeric(side: Expr, whole: Expr, cx: Context): Cel {
  const isInteger = side.type.kind === "number" && side.type.integer;
  const wanted = whole.type.kind === "number" && whole.type.integer;
  return isInteger && !wanted ? call("double", cx.value(side)) : cx.value(side);
}

/** An expression as a CEL optional. */
export function option(expr: Expr, cx: Context): Cel {
  switch (expr.kind) {
    case "absent":
      return none;
    case "input":
      return optionalRoot(expr, cx);
    case "local": {
      const meaning = cx.meaning(expr.name);
      return meaning?.optional === true ? meaning.term : call("optional.of", cx.value(expr));
    }
    case "field":
      return maybe(mayBeAbsent(expr.of.type) ? cx.option(expr.of) : cx.value(expr.of), expr.name);
    case "index":
      return {
        kind: "index",
        of: mayBeAbsent(expr.of.type) ? cx.option(expr.of) : cx.value(expr.of),
        key: cx.value(expr.key),
        optional: true,
      };
    case "coalesce":
      return mayBeAbsent(expr.type)
        ? method(cx.option(expr.of), "or", cx.option(expr.fallback))
        : call("optional.of", cx.value(expr));
    case "conditional":
      return ternary(cx.test(expr.test), cx.option(expr.then), cx.option(expr.else));
    case "let":
      return bound(expr, cx, "option");
    default:
      return call("optional.of", cx.value(expr));
  }
}

/** `oldObject` is null or empty where there is none: which of the two depends on the engine. */
function optionalRoot(expr: ExprOf<"input">, cx: Context): Cel {
  if (expr.root === "oldObject")
    return ternary(
      binary("in", select(ident("request"), "operation"), list(literal("UPDATE"), literal("DELETE"))),
      call("optional.of", ident("oldObject")),
      none,
    );
  return expr.root === "namespaceObject"
    ? call("optional.ofNonZeroValue", ident("namespaceObject"))
    : call("optional.of", cx.value(expr));
}

function coalesce(expr: ExprOf<"coalesce">, cx: Context): Cel {
  return method(cx.option(expr.of), "orValue", cx.value(expr.fallback));
}

function concat({ parts }: ExprOf<"concat">, cx: Context): Cel {
  const texts = parts.map((part) =>
    part.type.kind === "string" ? cx.value(part) : call("string", cx.value(part)),
  );
  return texts.reduce((left, right) => binary("+", left, right));
}

function listValue({ items }: ExprOf<"list">, cx: Context): Cel {
  const pieces: Cel[] = [];
  let run: Cel[] = [];
  for (const item of items) {
    if (!item.spread) {
      run.push(cx.value(item.value));
      continue;
    }
    if (run.length > 0) pieces.push(list(...run));
    run = [];
    pieces.push(cx.value(item.value));
  }
  if (run.length > 0 || pieces.length === 0) pieces.push(list(...run));
  return pieces.reduce((left, right) => binary("+", left, right));
}

/** A parameter's objects need not have every field, which CEL would deduce from those that are written out. */
function untyped({ items }: ExprOf<"list">, term: Cel): Cel {
  return items.some((item) => item.value.kind === "record") ? call("dyn", term) : term;
}

/** A map; CEL wants the values of a map literal to be of one type, so different ones are made `dyn`. */
function record({ entries }: ExprOf<"record">, cx: Context): Cel {
  const mixed = new Set(entries.map(({ value: entry }) => shape(entry.type))).size > 1;
  return {
    kind: "map",
    entries: entries.map(({ name, value: entry }) => {
      const optional = mayBeAbsent(entry.type);
      const term = optional ? cx.option(entry) : cx.value(entry);
      return { name, optional, value: mixed && !optional ? call("dyn", term) : term };
    }),
  };
}

function shape(type: Type): string {
  return type.kind === "number" ? `number ${type.integer}` : type.kind;
}

/** A loop in CEL: what it runs over, its variable, and the context of its body. */
export function loop(
  iteration: Iteration,
  cx: Context,
): { readonly over: Cel; readonly name: string; readonly cx: Context } {
  const { binder, key, over } = iteration;
  const term = cx.value(over);
  const overMap = over.type.kind === "map" || over.type.kind === "record";
  if (!overMap) {
    if (key !== undefined)
      cx.program.unsayable(over.span, "the index of a list in a loop", "use the elements only");
    const name = cx.loopName(binder.name);
    return {
      over: term,
      name,
      cx: cx.with(binder.name, { term: ident(name), optional: false, inLoop: true }),
    };
  }
  const name = cx.loopName(key?.name ?? `${binder.name}Key`);
  const entry: Cel = { kind: "index", of: term, key: ident(name), optional: false };
  const inner =
    key === undefined ? cx : cx.with(key.name, { term: ident(name), optional: false, inLoop: true });
  return { over: term, name, cx: inner.with(binder.name, { term: entry, optional: false, inLoop: true }) };
}

function collect(expr: ExprOf<"collect">, cx: Context): Cel {
  const { over, name, cx: inner } = loop(expr.iteration, cx);
  const filtered =
    expr.where === undefined ? over : method(over, "filter", ident(name), inner.test(expr.where));
  const isSame =
    expr.value.kind === "local" &&
    expr.value.name === expr.iteration.binder.name &&
    expr.iteration.over.type.kind === "list";
  const mapped = isSame ? filtered : method(filtered, "map", ident(name), inner.value(expr.value));
  if (!expr.flatten) return mapped;
  if (cx.program.minor < 34)
    cx.program.unsayable(
      expr.span,
      "a list of lists in one list (`flatMap`) before Kubernetes 1.34",
      'use a loop in a loop, or set `minKubernetes: "1.34"`',
    );
  return method(mapped, "flatten");
}

/** A name for a value: a variable of the policy where it does not depend on a loop, else the value itself. */
export function bound(expr: ExprOf<"let">, cx: Context, as: "value" | "option" | "test"): Cel {
  return withName(expr.binder.name, expr.value, cx)[as](expr.body);
}

/** The context in which a name stands for a value. */
export function withName(name: string, named: Expr, cx: Context): Context {
  const optional = mayBeAbsent(named.type);
  const term = optional ? cx.option(named) : cx.value(named);
  const inLoop = cx.dependsOnLoop(freeNames(named));
  const short =
    term.kind === "ident" || term.kind === "literal" || (term.kind === "select" && term.of.kind === "ident");
  return cx.with(name, { term: inLoop || short ? term : cx.program.variable(name, term), optional, inLoop });
}
