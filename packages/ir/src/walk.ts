import type { Collect, Expr, Iteration } from "./expression.js";
import type { Policy } from "./policy.js";
import type { Stream, Violation } from "./stream.js";

type MapExpr = (child: Expr) => Expr;

/**
 * An expression with each direct child replaced: itself where none has changed, since most passes change little.
 * Nothing of a compiler runs more often than this and what is below, so that no list is made to be taken apart.
 */
export function mapChildren(expr: Expr, map: MapExpr): Expr {
  switch (expr.kind) {
    case "literal":
    case "absent":
    case "input":
    case "local":
    case "invalid":
      return expr;
    case "field":
    case "present": {
      const of = map(expr.of);
      return of === expr.of ? expr : { ...expr, of };
    }
    case "index": {
      const of = map(expr.of);
      const key = map(expr.key);
      return of === expr.of && key === expr.key ? expr : { ...expr, of, key };
    }
    case "coalesce": {
      const of = map(expr.of);
      const fallback = map(expr.fallback);
      return of === expr.of && fallback === expr.fallback ? expr : { ...expr, of, fallback };
    }
    case "not": {
      const operand = map(expr.operand);
      return operand === expr.operand ? expr : { ...expr, operand };
    }
    case "logic": {
      const operands = mapAll(expr.operands, map);
      return operands === expr.operands ? expr : { ...expr, operands };
    }
    case "compare":
    case "arithmetic": {
      const left = map(expr.left);
      const right = map(expr.right);
      return left === expr.left && right === expr.right ? expr : { ...expr, left, right };
    }
    case "concat": {
      const parts = mapAll(expr.parts, map);
      return parts === expr.parts ? expr : { ...expr, parts };
    }
    case "conditional": {
      const test = map(expr.test);
      const then = map(expr.then);
      const otherwise = map(expr.else);
      const isSame = test === expr.test && then === expr.then && otherwise === expr.else;
      return isSame ? expr : { ...expr, test, then, else: otherwise };
    }
    case "list": {
      const items = mapAll(expr.items, (item) => withValue(item, map));
      return items === expr.items ? expr : { ...expr, items };
    }
    case "record": {
      const entries = mapAll(expr.entries, (entry) => withValue(entry, map));
      return entries === expr.entries ? expr : { ...expr, entries };
    }
    case "quantify": {
      const iteration = mapIteration(expr.iteration, map);
      const where = map(expr.where);
      return iteration === expr.iteration && where === expr.where ? expr : { ...expr, iteration, where };
    }
    case "collect":
      return mapCollect(expr, map);
    case "let": {
      const value = map(expr.value);
      const body = map(expr.body);
      return value === expr.value && body === expr.body ? expr : { ...expr, value, body };
    }
    case "call":
    case "apply": {
      const args = mapAll(expr.args, map);
      return args === expr.args ? expr : { ...expr, args };
    }
    case "inventory": {
      const namespace = expr.namespace === undefined ? undefined : map(expr.namespace);
      return namespace === undefined || namespace === expr.namespace ? expr : { ...expr, namespace };
    }
  }
}

function mapCollect(expr: Collect, map: MapExpr): Collect {
  const iteration = mapIteration(expr.iteration, map);
  const value = map(expr.value);
  const where = expr.where === undefined ? undefined : map(expr.where);
  const mapKey = expr.mapKey === undefined ? undefined : map(expr.mapKey);
  const isSame =
    iteration === expr.iteration && value === expr.value && where === expr.where && mapKey === expr.mapKey;
  return isSame
    ? expr
    : {
        ...expr,
        iteration,
        value,
        ...(where === undefined ? {} : { where }),
        ...(mapKey === undefined ? {} : { mapKey }),
      };
}

function mapIteration(iteration: Iteration, map: MapExpr): Iteration {
  const over = map(iteration.over);
  return over === iteration.over ? iteration : { ...iteration, over };
}

function withValue<Part extends { readonly value: Expr }>(part: Part, map: MapExpr): Part {
  const value = map(part.value);
  return value === part.value ? part : { ...part, value };
}

/** The same list where no item has changed. */
export function mapAll<Item>(items: readonly Item[], map: (item: Item) => Item): readonly Item[] {
  let mapped: Item[] | undefined;
  let position = 0;
  for (const item of items) {
    const result = map(item);
    if (result !== item && mapped === undefined) mapped = items.slice(0, position);
    mapped?.push(result);
    position++;
  }
  return mapped ?? items;
}

/** A stream with each direct expression and each direct sub-stream replaced: itself where none has changed. */
export function mapStream(stream: Stream, mapExpr: MapExpr, mapChild: (child: Stream) => Stream): Stream {
  switch (stream.kind) {
    case "violation":
      return mapViolation(stream, mapExpr);
    case "guard": {
      const when = mapExpr(stream.when);
      const then = mapChild(stream.then);
      return when === stream.when && then === stream.then ? stream : { ...stream, when, then };
    }
    case "branch": {
      const test = mapExpr(stream.test);
      const then = mapChild(stream.then);
      const otherwise = mapChild(stream.else);
      const isSame = test === stream.test && then === stream.then && otherwise === stream.else;
      return isSame ? stream : { ...stream, test, then, else: otherwise };
    }
    case "each": {
      const iteration = mapIteration(stream.iteration, mapExpr);
      const body = mapChild(stream.body);
      return iteration === stream.iteration && body === stream.body ? stream : { ...stream, iteration, body };
    }
    case "bind": {
      const value = mapExpr(stream.value);
      const body = mapChild(stream.body);
      return value === stream.value && body === stream.body ? stream : { ...stream, value, body };
    }
    case "sequence": {
      const items = mapAll(stream.items, mapChild);
      return items === stream.items ? stream : { ...stream, items };
    }
    case "delegate": {
      const args = mapAll(stream.args, mapExpr);
      return args === stream.args ? stream : { ...stream, args };
    }
  }
}

function mapViolation(stream: Violation, map: MapExpr): Violation {
  const message = map(stream.message);
  const at = stream.at === undefined ? undefined : map(stream.at);
  const details = stream.details === undefined ? undefined : map(stream.details);
  const isSame = message === stream.message && at === stream.at && details === stream.details;
  return isSame
    ? stream
    : {
        ...stream,
        message,
        ...(at === undefined ? {} : { at }),
        ...(details === undefined ? {} : { details }),
      };
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
export function expressionsIn(expr: Expr): readonly Expr[] {
  const found: Expr[] = [];
  gather(expr, found);
  return found;
}

function gather(expr: Expr, found: Expr[]): void {
  found.push(expr);
  mapChildren(expr, (child) => {
    gather(child, found);
    return child;
  });
}

/** Every expression node of a stream and of the streams below it. */
export function expressionsInStream(stream: Stream): readonly Expr[] {
  const found: Expr[] = [];
  gatherInStream(stream, found);
  return found;
}

function gatherInStream(stream: Stream, found: Expr[]): void {
  const { expressions, streams } = partsOf(stream);
  for (const expr of expressions) gather(expr, found);
  for (const child of streams) gatherInStream(child, found);
}

/** Every expression node of a policy's body and functions. */
export function expressionsInPolicy({ body, functions }: Policy): readonly Expr[] {
  const found: Expr[] = [];
  gatherInStream(body, found);
  for (const fn of functions) {
    if (fn.body.kind === "value") gather(fn.body.value, found);
    else gatherInStream(fn.body.stream, found);
  }
  return found;
}

/** A stream with every expression tree below it replaced, root by root. */
export function mapExpressions(stream: Stream, map: MapExpr): Stream {
  return mapStream(stream, map, (child) => mapExpressions(child, map));
}
