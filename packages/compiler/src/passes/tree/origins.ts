import { type Expr, expressionsIn, type Policy, partsOf, type RecordExpr, type Stream } from "@policyc/ir";

/** What the names of a policy's body, or of one function, come from. */
export interface Origins {
  /** What names of `const`s stand for. */
  readonly values: ReadonlyMap<string, Expr>;
  /** What names of loops run over. */
  readonly lists: ReadonlyMap<string, Expr>;
  /** The records that functions give, where anybody has asked for them. */
  readonly results?: Results;
}

/** By the names of functions. */
export type Results = ReadonlyMap<string, readonly RecordExpr[]>;

/** Rewrites the body and each function by itself, with the origins of its names: they are unique in each, not among all. */
export function byOrigins(policy: Policy, rewritten: (scope: Policy, origins: Origins) => Policy): Policy {
  const alone = (scope: Policy): Policy => rewritten(scope, originsIn(scope));
  return {
    ...policy,
    functions: policy.functions.flatMap(
      (fn) => alone({ ...policy, functions: [fn], body: nothing(policy) }).functions,
    ),
    body: alone({ ...policy, functions: [] }).body,
  };
}

/** The records that each function gives, of those that give nothing else. */
export function resultsOf(policy: Policy): Results {
  const results = new Map<string, readonly RecordExpr[]>();
  // Callees come before their callers.
  for (const fn of policy.functions) {
    const origins = { ...originsIn({ ...policy, functions: [fn], body: nothing(policy) }), results };
    const records = fn.body.kind === "value" ? recordsOf(fn.body.value, origins) : undefined;
    if (records !== undefined) results.set(fn.name, records);
  }
  return results;
}

function nothing({ span }: Policy): Stream {
  return { kind: "sequence", items: [], span };
}

function originsIn({ functions, body }: Policy): Origins {
  const values = new Map<string, Expr>();
  const lists = new Map<string, Expr>();
  const inExpression = (whole: Expr): void => {
    for (const expr of expressionsIn(whole)) {
      if (expr.kind === "let") values.set(expr.binder.name, expr.value);
      if (expr.kind === "quantify" || expr.kind === "collect")
        lists.set(expr.iteration.binder.name, expr.iteration.over);
    }
  };
  const inStream = (stream: Stream): void => {
    if (stream.kind === "bind") values.set(stream.binder.name, stream.value);
    if (stream.kind === "each") lists.set(stream.iteration.binder.name, stream.iteration.over);
    const { expressions, streams } = partsOf(stream);
    expressions.forEach(inExpression);
    streams.forEach(inStream);
  };
  for (const { body: of } of functions) of.kind === "value" ? inExpression(of.value) : inStream(of.stream);
  inStream(body);
  return { values, lists };
}

/** The records of which an expression is one, where all of them are written out. */
export function recordsOf(expr: Expr, origins: Origins): readonly RecordExpr[] | undefined {
  const all = (exprs: readonly Expr[]) => joined(exprs.map((each) => recordsOf(each, origins)));
  switch (expr.kind) {
    case "record":
      return [expr];
    case "absent":
      return [];
    case "conditional":
      return all([expr.then, expr.else]);
    case "coalesce":
      return all([expr.of, expr.fallback]);
    case "let":
      return recordsOf(expr.body, origins);
    case "apply":
      return origins.results?.get(expr.function);
    case "field": {
      const records = recordsOf(expr.of, origins);
      const entries = records?.flatMap((record) => record.entries.filter(({ name }) => name === expr.name));
      return entries === undefined ? undefined : all(entries.map(({ value }) => value));
    }
    case "index":
      return elementsOf(expr.of, origins);
    case "local": {
      const [value, list] = [origins.values.get(expr.name), origins.lists.get(expr.name)];
      if (value !== undefined) return recordsOf(value, origins);
      return list === undefined ? undefined : elementsOf(list, origins);
    }
    default:
      return undefined;
  }
}

/** A read of a record under a name that is known. */
export interface EntryRead {
  readonly of: Expr;
  readonly name: string;
}

/** `found.kind`, `found["kind"]` */
export function entryRead(expr: Expr): EntryRead | undefined {
  if (expr.kind === "field") return expr;
  if (expr.kind !== "index" || expr.key.kind !== "literal" || typeof expr.key.value !== "string")
    return undefined;
  return { of: expr.of, name: expr.key.value };
}

/** What is read, by each record that it may be read of; nothing where one of them is not known, or there is none. */
export function valuesRead(read: EntryRead, origins: Origins): readonly (Expr | undefined)[] | undefined {
  const records = recordsOf(read.of, origins);
  return records === undefined || records.length === 0
    ? undefined
    : records.map(({ entries }) => entries.find(({ name }) => name === read.name)?.value);
}

/** The same for the elements of a list or the values of a record. */
function elementsOf(list: Expr, origins: Origins): readonly RecordExpr[] | undefined {
  switch (list.kind) {
    case "list":
      return joined(
        list.items.map(({ spread, value }) =>
          spread ? elementsOf(value, origins) : recordsOf(value, origins),
        ),
      );
    case "record":
      return joined(list.entries.map(({ value }) => recordsOf(value, origins)));
    case "conditional":
      return joined([list.then, list.else].map((each) => elementsOf(each, origins)));
    case "collect":
      if (list.into === "map") return undefined;
      return list.flatten ? elementsOf(list.value, origins) : recordsOf(list.value, origins);
    case "local": {
      const value = origins.values.get(list.name);
      return value === undefined ? undefined : elementsOf(value, origins);
    }
    default:
      return undefined;
  }
}

/** All of them, or nothing where one is not known. */
function joined(parts: readonly (readonly RecordExpr[] | undefined)[]): readonly RecordExpr[] | undefined {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
