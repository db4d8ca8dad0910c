import { type Body, type Literal, scalar, type Term } from "../syntax.js";
import { freeVariablesOf, freeVariablesOfLiteral, variablesOfBody } from "../walk.js";
import { askedFor } from "./nulls.js";
import { plainRead } from "./plain-read.js";
import { isSame } from "./same.js";

type Test = Extract<Literal, { kind: "expr" }>;

/** A body without what nobody reads: assignments, loop variables, and tests that a later line makes anyway. */
export function tidy(body: Body, head?: Term): Body {
  return fromBelow(body, head === undefined ? [] : [head], (literal, read, below) => {
    const line = trim(literal, read);
    const isSaid = body.some((other) => excludes(other, line)) || isSaidBelow(line, below);
    return isSaid ? undefined : line;
  });
}

/** By a later line; where one before that divides, what is asked first may be that it can. */
function isSaidBelow(line: Literal, below: Body): boolean {
  const at = below.findIndex((later) => implies(later, line));
  return at >= 0 && !below.slice(0, at).some(divides);
}

function divides(line: Literal): boolean {
  if (line.kind === "assign") return holdsDivision(line.value);
  return line.kind === "expr" && holdsDivision(line.term);
}

function holdsDivision(term: Term): boolean {
  if (term.kind === "call") return term.args.some(holdsDivision);
  return term.kind === "infix" && (term.operator === "/" || [term.left, term.right].some(holdsDivision));
}

/** A comprehension's body without the names that nobody reads: `opa check --strict` refuses them. */
export function withoutUnread(body: Body, ...heads: readonly Term[]): Body {
  return fromBelow(body, heads, trim);
}

/** Keeps lines from the last one upwards; `read` are the names that the heads and the kept lines below read. */
function fromBelow(
  body: Body,
  heads: readonly Term[],
  keep: (literal: Literal, read: ReadonlySet<string>, below: Body) => Literal | undefined,
): Body {
  const read = new Set(heads.flatMap((head) => [...freeVariablesOf(head)]));
  const kept: Literal[] = [];
  for (const literal of [...body].reverse()) {
    if (literal.kind === "assign" && !read.has(literal.name)) continue;
    const line = keep(literal, read, kept);
    if (line === undefined) continue;
    for (const name of freeVariablesOfLiteral(line)) read.add(name);
    kept.unshift(line);
  }
  return kept;
}

/** A loop whose variables are not read is only a test that the list is not empty. */
function trim(literal: Literal, read: ReadonlySet<string>): Literal {
  if (literal.kind !== "some" && literal.kind !== "every") return literal;
  const trimmed = literal.kind === "every" ? { ...literal, body: tidy(literal.body) } : literal;
  const readHere = trimmed.kind === "every" ? variablesOfBody(trimmed.body) : read;
  const { key, ...rest } = trimmed;
  const name = readHere.has(trimmed.name) ? trimmed.name : "_";
  return key !== undefined && readHere.has(key) ? { ...trimmed, name } : { ...rest, name };
}

/** `x == "a"` says that x is not "b", whatever would stand in for it. */
function excludes(line: Literal, other: Literal): boolean {
  if (line.kind !== "expr" || other.kind !== "expr" || line.negated) return false;
  const [equal, unequal] = [line.term, other.term];
  if (equal.kind !== "infix" || unequal.kind !== "infix" || equal.operator !== "==") return false;
  if (unequal.operator !== (other.negated ? "==" : "!=")) return false;
  if (equal.right.kind !== "scalar" || unequal.right.kind !== "scalar") return false;
  if (equal.right.value === unequal.right.value) return false;
  return isSame(equal.left, unequal.left) || isSame(equal.left, plainRead(unequal.left));
}

/**
 * `startswith(c.image, p)` fails where `c.image` is undefined, and so does `some port in c.ports` for `c.ports`: a line
 * `c.image` before it says nothing new; where that line is a Boolean's truth it does.
 */
function implies(later: Literal, earlier: Literal): boolean {
  if (earlier.kind === "every") return isSame(later, earlier);
  if (earlier.kind !== "expr") return false;
  if (isSame(later, earlier) || (later.kind === "expr" && isOfNothing(earlier, later))) return true;
  if (later.kind === "expr" && saysType(later, earlier)) return true;
  if (later.kind === "some" && !earlier.negated && isOfSome(earlier.term, later.over)) return true;
  if (earlier.presence === undefined || earlier.negated || earlier.term.kind !== "ref") return false;
  if (later.kind === "some") return reads(later.over, earlier.term);
  return later.kind === "expr" && !later.negated && reads(later.term, earlier.term);
}

/** `not user == 0` before `not user`: what is not there is not 0 either. */
function isOfNothing(earlier: Test, later: Test): boolean {
  if (!earlier.negated || !later.negated || later.term.kind !== "ref" || earlier.term.kind !== "infix")
    return false;
  const { operator, left, right } = earlier.term;
  return operator === "==" && isSame(left, later.term) && right.kind === "scalar" && right.value !== false;
}

/** `port != null` before `is_string(port)`: what is not there is of no type either, and `null` of its own. */
function saysType(later: Test, earlier: Test): boolean {
  const asked = askedFor("!=", earlier);
  if (asked === undefined || later.negated || later.term.kind !== "call") return false;
  const { name, args } = later.term;
  return (
    /^is_(?:string|number|boolean|array|object)$/.test(name) && isSame(args[0], plainRead(asked) ?? asked)
  );
}

/** `count(xs) > 0` before `some x in xs`. */
function isOfSome(test: Term, over: Term): boolean {
  if (test.kind !== "infix" || test.operator !== ">" || test.left.kind !== "call") return false;
  const [counted] = test.left.name === "count" ? test.left.args : [];
  return isSame(counted, over) && isSame(test.right, scalar(0));
}

/** Is the term evaluated with this path in it, outside comprehensions, which are never undefined? */
function reads(term: Term, path: Term): boolean {
  if (isSame(term, path)) return true;
  if (term.kind === "infix") return reads(term.left, path) || reads(term.right, path);
  if (term.kind === "ref") return reads(term.base, path);
  return term.kind === "call" && term.name !== "object.get" && term.args.some((arg) => reads(arg, path));
}
