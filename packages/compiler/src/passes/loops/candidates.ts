import {
  type Collect,
  type Expr,
  freeNames,
  mapChildren,
  mapStream,
  type Policy,
  type Quantify,
  required,
  type Stream,
} from "@policyc/ir";
import { foldExpression } from "../fold/index.js";
import { isFalse, isTrue } from "../fold/literal.js";
import { negated } from "../fold/logic.js";
import { FreshNames, Renaming } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { unchanging } from "./unchanging.js";

/**
 * A question that each turn of a loop asks of the same list is asked of those elements alone that the turn can make a
 * difference for: `volumes.filter((v) => containers.every((c) => c.volume !== v.name || c.readOnly))` looks for the
 * containers that are not read-only once, before the loop.
 */
export const candidates: Pass = {
  name: "candidates",
  concerns: ["quantify"],
  run: (policy) => ({ ...policy, body: new Candidates(policy).stream(policy.body, new Set()) }),
};

/** The names that the loops around give, and those whose values depend on them. */
type Bound = ReadonlySet<string>;

class Candidates {
  readonly #policy: Policy;
  readonly #names: FreshNames;

  constructor(policy: Policy) {
    this.#policy = policy;
    this.#names = FreshNames.of(policy);
  }

  stream(stream: Stream, bound: Bound): Stream {
    const inner = within(stream, bound);
    return mapStream(
      stream,
      (expr) => this.#expression(expr, isOutside(expr, stream) ? bound : inner),
      (child) => this.stream(child, inner),
    );
  }

  #expression(expr: Expr, bound: Bound): Expr {
    const inner = within(expr, bound);
    const mapped = mapChildren(expr, (child) =>
      this.#expression(child, isOutside(child, expr) ? bound : inner),
    );
    return mapped.kind === "quantify" && isAskedAgain(mapped, bound) ? this.#narrowed(mapped, bound) : mapped;
  }

  #narrowed(expr: Quantify, bound: Bound): Expr {
    const { iteration, where, quantifier, span } = expr;
    const decided = unchanging(quantifier === "some" ? where : negated(where), bound);
    const open = foldExpression(decided, this.#policy);
    if (isTrue(open) || isFalse(open)) return expr;
    const { binder, over } = iteration;
    const element: Expr = { kind: "local", name: binder.name, type: binder.type, span };
    const filtered: Collect = {
      kind: "collect",
      iteration,
      where: open,
      value: element,
      flatten: false,
      into: "list",
      type: over.type,
      span,
    };
    const list = { name: this.#names.unique("candidates"), type: over.type };
    return {
      kind: "let",
      binder: list,
      value: new Renaming(this.#names).expression(filtered),
      body: { ...expr, iteration: { ...iteration, over: { ...element, name: list.name, type: over.type } } },
      type: expr.type,
      span,
    };
  }
}

function within(node: Expr | Stream, bound: Bound): Bound {
  if (node.kind === "let" || node.kind === "bind")
    return reads(node.value, bound) ? new Set([...bound, node.binder.name]) : bound;
  if (!("iteration" in node)) return bound;
  const { binder, key } = node.iteration;
  return new Set([...bound, binder.name, ...(key === undefined ? [] : [key.name])]);
}

/** What a loop runs over, and what a name stands for, is not inside of it. */
function isOutside(child: Expr, parent: Expr | Stream): boolean {
  if (parent.kind === "let" || parent.kind === "bind") return child === parent.value;
  return "iteration" in parent && child === parent.iteration.over;
}

/** Of the same list in each turn, and another question in each? */
function isAskedAgain({ iteration, where }: Quantify, bound: Bound): boolean {
  const { over, key } = iteration;
  const isList = required(over.type).kind === "list" && over.kind !== "list";
  return isList && key === undefined && !reads(over, bound) && reads(where, bound);
}

function reads(expr: Expr, names: Bound): boolean {
  return [...freeNames(expr)].some((name) => names.has(name));
}
