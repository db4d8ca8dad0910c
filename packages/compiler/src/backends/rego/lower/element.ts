import type { Expr } from "@policyc/ir";
import type { Body, Literal, Term } from "../syntax.js";
import { nameInPlace } from "../tidy/name-in-place.js";
import { isSame } from "../tidy/same.js";
import { bindings, innermost } from "./bindings.js";
import type { Context } from "./context.js";
import { mayBeUndefined } from "./definedness.js";

type Assign = Extract<Literal, { kind: "assign" }>;

/** What each turn of a comprehension makes, and all lines before it. */
export interface Element {
  readonly body: Body;
  readonly head: Term;
}

/**
 * What a turn makes behind its tests. `const problem = problemOf(c)` stands there as a line, once: what the tests have
 * computed and named is not computed again.
 */
export function elementOf(value: Expr, tested: Body, cx: Context): Element {
  const { lines, inner } = inLines(value, tested, cx);
  return tested.filter(isCall).reduce<Element>(
    ({ body, head }, { name, value: of }) => {
      const { inTerm, inBody } = nameInPlace(name, of);
      return { body: [...tested, ...inBody(body.slice(tested.length))], head: inTerm(head) };
    },
    { body: [...tested, ...lines], head: cx.total(inner) },
  );
}

/** The value with its `const`s as lines of their own, where none of them is another one's name. */
function inLines(value: Expr, tested: Body, cx: Context): { readonly lines: Body; readonly inner: Expr } {
  const inner = innermost(value);
  if (inner === value || isChosen(inner)) return { lines: [], inner: value };
  const lines = bindings(value, cx).filter((line) => !tested.some((other) => isSame(line, other)));
  const taken = new Set(tested.flatMap((line) => (line.kind === "expr" ? [] : [line.name])));
  return lines.some((line) => line.kind !== "expr" && taken.has(line.name))
    ? { lines: [], inner: value }
    : { lines, inner };
}

/** A rule of its own says one of several values, or that there is none. */
export function isChosen(inner: Expr): boolean {
  return inner.kind === "coalesce" || inner.kind === "conditional" || mayBeUndefined(inner);
}

function isCall(line: Literal): line is Assign {
  return line.kind === "assign" && line.value.kind === "call";
}
