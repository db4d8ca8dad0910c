import type { Expr, Iteration } from "./expression.js";
import type { Stream } from "./stream.js";

type MapExpr = (child: Expr) => Expr;

/** A copy of an expression with each direct child replaced. */
export function mapChildren(expr: Expr, map: MapExpr): Expr {
  switch (expr.kind) {
    case "literal":
    case "absent":
    case "input":
    case "local":
    case "invalid":
      return expr;
    case "field":
    case "present":
      return { ...expr, of: map(expr.of) };
    case "index":
      return { ...expr, of: map(expr.of), key: map(expr.key) };
    case "coalesce":
      return { ...expr, of: map(expr.of), fallback: map(expr.fallback) };
    case "not":
      return { ...expr, operand: map(expr.operand) };
    case "logic":
      return { ...expr, operands: expr.operands.map(map) };
    case "compare":
    case "arithmetic":
      return { ...expr, left: map(expr.left), right: map(expr.right) };
    case "concat":
      return { ...expr, parts: expr.parts.map(map) };
    case "conditional":
      return { ...expr, test: map(expr.test), then: map(expr.then), else: map(expr.else) };
    case "list":
      return { ...expr, items: expr.items.map((item) => ({ ...item, value: map(item.value) })) };
    case "record":
      return { ...expr, entries: expr.entries.map((entry) => ({ ...entry, value: map(entry.value) })) };
    case "quantify":
      return { ...expr, iteration: mapIteration(expr.iteration, map), where: map(expr.where) };
    case "collect":
      return {
        ...expr,
        iteration: mapIteration(expr.iteration, map),
        value: map(expr.value),
        ...(expr.where === undefined ? {} : { where: map(expr.where) }),
        ...(expr.mapKey === undefined ? {} : { mapKey: map(expr.mapKey) }),
      };
    case "let":
      return { ...expr, value: map(expr.value), body: map(expr.body) };
    case "call":
    case "apply":
      return { ...expr, args: expr.args.map(map) };
    case "inventory":
      return expr.namespace === undefined ? expr : { ...expr, namespace: map(expr.namespace) };
  }
}

function mapIteration(iteration: Iteration, map: MapExpr): Iteration {
  return { ...iteration, over: map(iteration.over) };
}

/** A copy of a stream with each direct expression and each direct sub-stream replaced. */
export function mapStream(stream: Stream, mapExpr: MapExpr, mapChild: (child: Stream) => Stream): Stream {
  switch (stream.kind) {
    case "violation":
      return {
        ...stream,
        message: mapExpr(stream.message),
        ...(stream.at === undefined ? {} : { at: mapExpr(stream.at) }),
        ...(stream.details === undefined ? {} : { details: mapExpr(stream.details) }),
      };
    case "guard":
      return { ...stream, when: mapExpr(stream.when), then: mapChild(stream.then) };
    case "branch":
      return {
        ...stream,
        test: mapExpr(stream.test),
        then: mapChild(stream.then),
        else: mapChild(stream.else),
      };
    case "each":
      return { ...stream, iteration: mapIteration(stream.iteration, mapExpr), body: mapChild(stream.body) };
    case "bind":
      return { ...stream, value: mapExpr(stream.value), body: mapChild(stream.body) };
    case "sequence":
      return { ...stream, items: stream.items.map(mapChild) };
    case "delegate":
      return { ...stream, args: stream.args.map(mapExpr) };
  }
}

/** The expressions right below this one, in order. */
export function childrenOf(expr: Expr): readonly Expr[] {
  const found: Expr[] = [];
  mapChildren(expr, (child) => {
    found.push(child);
    return child;
  });
  return found;
}

/** What is right below a stream, in order. */
export function partsOf(stream: Stream): {
  readonly expressions: readonly Expr[];
  readonly streams: readonly Stream[];
} {
  const expressions: Expr[] = [];
  const streams: Stream[] = [];
  mapStream(
    stream,
    (expr) => {
      expressions.push(expr);
      return expr;
    },
    (child) => {
      streams.push(child);
      return child;
    },
  );
  return { expressions, streams };
}

/** Every node of an expression, itself first. */
export function* expressionsIn(expr: Expr): Generator<Expr, void> {
  yield expr;
  for (const child of childrenOf(expr)) yield* expressionsIn(child);
}

/** Every expression node of a stream and of the streams below it. */
export function* expressionsInStream(stream: Stream): Generator<Expr, void> {
  const { expressions, streams } = partsOf(stream);
  for (const expr of expressions) yield* expressionsIn(expr);
  for (const child of streams) yield* expressionsInStream(child);
}

/** A stream with every expression tree below it replaced, root by root. */
export function mapExpressions(stream: Stream, map: MapExpr): Stream {
  return mapStream(stream, map, (child) => mapExpressions(child, map));
}
