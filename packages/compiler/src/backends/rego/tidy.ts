import type { Body, Literal, Term } from "./syntax.js";
import { variablesOf, variablesOfLiteral } from "./walk.js";

/** A body without what nobody reads: assignments, loop variables, and tests that a later line makes anyway. */
export function tidy(body: Body, head?: Term): Body {
  const read = new Set(head === undefined ? [] : variablesOf(head));
  const kept: Literal[] = [];
  for (const literal of [...body].reverse()) {
    if (literal.kind === "assign" && !read.has(literal.name)) continue;
    const line = trim(literal, read);
    if (kept.some((later) => implies(later, line))) continue;
    for (const name of variablesOfLiteral(line)) read.add(name);
    kept.unshift(line);
  }
  return kept;
}

/** A loop whose variables are not read is only a test that the list is not empty. */
function trim(literal: Literal, read: ReadonlySet<string>): Literal {
  if (literal.kind === "every") return { ...literal, body: tidy(literal.body) };
  if (literal.kind !== "some") return literal;
  const { key, ...rest } = literal;
  const name = read.has(literal.name) ? literal.name : "_";
  return key !== undefined && read.has(key) ? { ...literal, name } : { ...rest, name };
}

/** `startswith(c.image, p)` fails where `c.image` is undefined, so a line `c.image` before it says nothing new. */
function implies(later: Literal, earlier: Literal): boolean {
  if (earlier.kind !== "expr") return false;
  const text = JSON.stringify(earlier);
  if (JSON.stringify(later) === text) return true;
  if (earlier.negated || earlier.term.kind !== "ref") return false;
  return later.kind === "expr" && !later.negated && reads(later.term, JSON.stringify(earlier.term));
}

/** Is the term evaluated with this path in it, outside comprehensions, which are never undefined? */
function reads(term: Term, path: string): boolean {
  if (JSON.stringify(term) === path) return true;
  if (term.kind === "infix") return reads(term.left, path) || reads(term.right, path);
  if (term.kind === "ref") return reads(term.base, path);
  return term.kind === "call" && term.name !== "object.get" && term.args.some((arg) => reads(arg, path));
}
