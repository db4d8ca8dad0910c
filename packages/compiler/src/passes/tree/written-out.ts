import {
  type Binder,
  booleanType,
  type Collect,
  type Each,
  type Expr,
  expressionsIn,
  expressionsInStream,
  type Iteration,
  type List,
  literal,
  mapChildren,
  mapExpressions,
  type Policy,
  type Quantify,
  type RecordExpr,
  type Stream,
  stringType,
  substitute,
} from "@policyc/ir";
import { foldExpression } from "../fold/index.js";
import { isFalse, isTrue } from "../fold/literal.js";
import { isNothing, pruneExpression, pruneStream } from "../prune.js";
import { bindsNames } from "./fingerprint.js";
import { FreshNames, Renaming } from "./fresh-names.js";
import { rewriteStream } from "./rewrite.js";
import { substituteInStream } from "./substitute.js";

/** More than this many turns of a loop are easier to read as a loop. */
const fewTurns = 2;
/** A longer list keeps its name. */
const fewEntries = 8;

/** Loops over lists that are known, without the loop. */
export class WrittenOut {
  readonly #policy: Policy;
  readonly #names: FreshNames;

  constructor(policy: Policy) {
    this.#policy = policy;
    this.#names = FreshNames.of(policy);
  }

  /** What is left of each turn, where little is; otherwise the loop. */
  each(stream: Each, list: List): Stream {
    if (!isTakenApart(list, stream.iteration, expressionsInStream(stream.body))) return stream;
    const turns = this.#turns(list, stream.iteration)
      .map((given) => this.#stream(substituteInStream(stream.body, given)))
      .filter((turn) => !isNothing(turn));
    if (turns.length <= 1 || (turns.length <= fewTurns && turns.every(isPlain)))
      return { kind: "sequence", items: turns, span: stream.span };
    const { iteration, field } = this.#narrowed(list, stream.iteration, [
      ...expressionsInStream(stream.body),
    ]);
    return { ...stream, iteration, body: mapExpressions(stream.body, field) };
  }

  quantify(expr: Quantify, list: List): Expr {
    if (!isTakenApart(list, expr.iteration, expressionsIn(expr.where))) return expr;
    const [decisive, neutral] = expr.quantifier === "some" ? [isTrue, isFalse] : [isFalse, isTrue];
    const turns = this.#turns(list, expr.iteration)
      .map((given) => this.#expression(substitute(expr.where, given)))
      .filter((turn) => !neutral(turn));
    const [only, second] = turns;
    if (turns.some(decisive) || only === undefined)
      return literal((only === undefined) !== (expr.quantifier === "some"), expr.span);
    if (second === undefined) return only;
    if (turns.length <= fewTurns && turns.every((turn) => !bindsNames(turn)))
      return {
        kind: "logic",
        operator: expr.quantifier === "some" ? "or" : "and",
        operands: turns,
        type: booleanType,
        span: expr.span,
      };
    const { iteration, field } = this.#narrowed(list, expr.iteration, expressionsIn(expr.where));
    return { ...expr, iteration, where: field(expr.where) };
  }

  collect(expr: Collect, list: List): Expr {
    if (expr.into !== "list" || expr.flatten) return expr;
    const { where, value } = expr;
    const parts = [value, ...(where === undefined ? [] : [where])];
    const { iteration, field } = this.#narrowed(list, expr.iteration, [
      ...parts.flatMap((part) => expressionsIn(part)),
    ]);
    return {
      ...expr,
      iteration,
      value: field(value),
      ...(where === undefined ? {} : { where: field(where) }),
    };
  }

  #turns(list: List, { binder, key }: Iteration): readonly ReadonlyMap<string, Expr>[] {
    return list.items.map(({ value }, position) => {
      const index = key === undefined ? [] : [[key.name, literal(position, value.span)] as const];
      return new Map([[binder.name, value], ...index]);
    });
  }

  #expression(turn: Expr): Expr {
    return foldExpression(new Renaming(this.#names).expression(turn), this.#policy);
  }

  #stream(turn: Stream): Stream {
    return rewriteStream(new Renaming(this.#names).stream(turn), {
      expression: (expr) => pruneExpression(foldExpression(expr, this.#policy)),
      stream: pruneStream,
    });
  }

  /** A list of objects of which one field is read, a text, is the list of these texts. */
  #narrowed(list: List, iteration: Iteration, body: readonly Expr[]): Narrowed {
    const [field, ...others] = new Set(fieldsRead(iteration.binder, body));
    const values = field === undefined ? [] : list.items.flatMap(({ value }) => textIn(value, field));
    const isNarrow =
      field !== undefined &&
      others.length === 0 &&
      values.length > 0 &&
      values.length === list.items.length &&
      values.length <= fewEntries &&
      isTakenApart(list, iteration, body);
    if (!isNarrow) return { iteration, field: (expr) => expr };
    const binder: Binder = { name: this.#names.unique(field), type: stringType };
    const over: Expr = {
      kind: "list",
      items: values.map((value) => ({ spread: false, value })),
      type: { kind: "list", element: stringType },
      span: list.span,
    };
    const replace = (expr: Expr): Expr =>
      expr.kind === "field" && isLocal(expr.of, iteration.binder)
        ? { kind: "local", name: binder.name, type: stringType, span: expr.span }
        : mapChildren(expr, replace);
    return { iteration: { ...iteration, over, binder }, field: replace };
  }
}

interface Narrowed {
  readonly iteration: Iteration;
  /** Reads of the field become reads of the entry. */
  readonly field: (expr: Expr) => Expr;
}

/** Are objects in the list only asked for their fields? */
function isTakenApart(list: List, { binder }: Iteration, body: readonly Expr[]): boolean {
  const reads = body.filter((expr) => isLocal(expr, binder)).length;
  return (
    list.items.every(({ value }) => value.kind === "literal") ||
    (list.items.every(({ value }) => value.kind === "record") && fieldsRead(binder, body).length === reads)
  );
}

function fieldsRead(binder: Binder, body: readonly Expr[]): readonly string[] {
  return body.flatMap((expr) => (expr.kind === "field" && isLocal(expr.of, binder) ? [expr.name] : []));
}

function textIn(expr: Expr, field: string): readonly Expr[] {
  const value = expr.kind === "record" ? entryOf(expr, field) : undefined;
  return value?.kind === "literal" && typeof value.value === "string" ? [value] : [];
}

function entryOf({ entries }: RecordExpr, field: string): Expr | undefined {
  return entries.find(({ name }) => name === field)?.value;
}

function isLocal(expr: Expr, { name }: Binder): boolean {
  return expr.kind === "local" && expr.name === name;
}

function isPlain(stream: Stream): boolean {
  return expressionsInStream(stream).every((expr) => !bindsNames(expr));
}
