import {
  booleanType,
  type Call,
  type Each,
  type Expr,
  integerType,
  type List,
  type ListItem,
  literal,
  type Stream,
  stringType,
} from "@policyc/ir";
import { whereItHolds } from "../fold/kept.js";
import { type FreshNames, Renaming } from "../tree/fresh-names.js";
import { filledTurns } from "./filled-turns.js";
import { isFlattened } from "./nested.js";

/**
 * A list that is put together, or chosen, from others of which one is a `flatMap`. What is done with the whole is done
 * with each of its parts: engines that cannot say the `flatMap` cannot say the whole either.
 */
type Whole = Extract<Expr, { kind: "list" | "conditional" | "let" }>;

export function isPutTogether(expr: Expr): expr is Whole {
  if (expr.kind === "conditional") return holds(expr.then) || holds(expr.else);
  if (expr.kind === "let") return holds(expr.body);
  return expr.kind === "list" && expr.items.some(({ spread, value }) => spread && holds(value));
}

function holds(expr: Expr): boolean {
  return isFlattened(expr) || isPutTogether(expr);
}

/** A loop over such a list: one for each of its parts. */
export function eachOfParts(stream: Each, names: FreshNames): Stream {
  const { over } = stream.iteration;
  if (stream.iteration.key !== undefined || !isPutTogether(over)) return stream;
  const [own, copy] = [stream, new Renaming(names).stream(stream)];
  const of = (part: Expr, loop: Stream): Stream =>
    loop.kind === "each"
      ? eachOfParts(filledTurns({ ...loop, iteration: { ...loop.iteration, over: part } }), names)
      : loop;
  const { span } = stream;
  switch (over.kind) {
    case "let":
      return { kind: "bind", binder: over.binder, value: over.value, body: of(over.body, own), span };
    case "conditional":
      return { kind: "branch", test: over.test, then: of(over.then, own), else: of(over.else, copy), span };
    case "list": {
      const items = partsOf(over).map((part, position) =>
        of(part, position === 0 ? own : new Renaming(names).stream(stream)),
      );
      return { kind: "sequence", items, span };
    }
  }
}

/** The same for an expression that goes through such a list, or asks something of it. */
export function ofParts(expr: Expr, names: FreshNames): Expr {
  if (expr.kind === "list") return behindNames(expr);
  const over = listOf(expr);
  if (over === undefined || !isPutTogether(over)) return expr;
  // An extreme is that of the whole: its parts are gone through where they stand.
  if (isExtreme(expr) && over.kind === "list") return expr;
  const of = (part: Expr): Expr => ofParts(new Renaming(names).expression(withList(expr, part)), names);
  const { type, span } = expr;
  switch (over.kind) {
    case "let":
      return { kind: "let", binder: over.binder, value: over.value, body: of(over.body), type, span };
    case "conditional":
      return { kind: "conditional", test: over.test, then: of(over.then), else: of(over.else), type, span };
    case "list":
      return together(
        partsOf(over).map(of),
        expr,
        (part) => ofParts(lengthOf(part, span), names),
        partsOf(over),
      );
  }
}

/** `[a, ...let x = … in xs]`: the name stands before the list. */
function behindNames(expr: List): Expr {
  const item = expr.items.find(({ spread, value }) => spread && isPutTogether(value) && value.kind === "let");
  if (item?.value.kind !== "let") return expr;
  const { binder, value, body } = item.value;
  const items = expr.items.map((one) => (one === item ? { ...one, value: body } : one));
  const { type, span } = expr;
  return { kind: "let", binder, value, body: behindNames({ ...expr, items }), type, span };
}

const joinable = ["list.length", "list.sum", "list.includes", "list.join", "list.max", "list.min"] as const;

function isExtreme(expr: Expr): boolean {
  return expr.kind === "call" && (expr.intrinsic === "list.max" || expr.intrinsic === "list.min");
}

/** The list that an expression goes through. */
function listOf(expr: Expr): Expr | undefined {
  if (expr.kind === "quantify" || (expr.kind === "collect" && expr.into === "list"))
    return expr.iteration.key === undefined ? expr.iteration.over : undefined;
  return expr.kind === "call" && joinable.some((name) => name === expr.intrinsic) ? expr.args[0] : undefined;
}

function withList(expr: Expr, over: Expr): Expr {
  if (expr.kind === "quantify" || expr.kind === "collect")
    return filledTurns({ ...expr, iteration: { ...expr.iteration, over } });
  return expr.kind === "call" ? { ...expr, args: [over, ...expr.args.slice(1)] } : expr;
}

/** What comes of the parts. */
function together(
  results: readonly Expr[],
  expr: Expr,
  length: (part: Expr) => Expr,
  parts: readonly Expr[],
): Expr {
  const { type, span } = expr;
  if (expr.kind === "collect")
    return { kind: "list", items: results.map((value) => ({ spread: true, value })), type, span };
  const isEvery = expr.kind === "quantify" && expr.quantifier === "every";
  if (expr.kind !== "call" || expr.intrinsic === "list.includes")
    return { kind: "logic", operator: isEvery ? "and" : "or", operands: results, type, span };
  if (expr.intrinsic !== "list.join")
    return results.reduce((left, right) => ({ kind: "arithmetic", operator: "+", left, right, type, span }));
  return joined(expr, results, parts.map(length));
}

/** The texts of the parts that hold anything. */
function joined(expr: Call, texts: readonly Expr[], lengths: readonly Expr[]): Expr {
  const { span } = expr;
  const type = { kind: "list", element: stringType } as const;
  const zero = literal(0, span);
  const items = texts.map((text, position): ListItem => {
    const left = lengths[position] ?? zero;
    const test: Expr = { kind: "compare", operator: ">", left, right: zero, type: booleanType, span };
    return whereItHolds(test, text, type);
  });
  return { ...expr, args: [{ kind: "list", items, type, span }, ...expr.args.slice(1)] };
}

function lengthOf(list: Expr, span: Expr["span"]): Expr {
  return { kind: "call", intrinsic: "list.length", args: [list], type: integerType, span };
}

/** What is spread, and what stands between as lists of its own. */
function partsOf({ items, type, span }: List): readonly Expr[] {
  const parts: Expr[] = [];
  let between: ListItem[] = [];
  const flush = (): void => {
    if (between.length > 0) parts.push({ kind: "list", items: between, type, span });
    between = [];
  };
  for (const item of items) {
    if (!item.spread || !holds(item.value)) {
      between.push(item);
      continue;
    }
    flush();
    parts.push(item.value);
  }
  flush();
  return parts;
}
