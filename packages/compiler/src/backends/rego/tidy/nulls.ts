import type { Literal, Term } from "../syntax.js";

/** `null`, which is what nothing is where a value has to be. */
export function isNull(term: Term | undefined): boolean {
  return term?.kind === "scalar" && term.value === null;
}

/** What `x != null`, or `x == null`, asks for. */
export function askedFor(operator: "==" | "!=", line: Literal): Term | undefined {
  if (line.kind !== "expr" || line.negated || line.term.kind !== "infix") return undefined;
  const { operator: found, left, right } = line.term;
  return found === operator && isNull(right) ? left : undefined;
}
