import type { Body, Literal } from "../syntax.js";
import { variablesOfLiteral } from "../walk.js";

/**
 * The lines of a body in the order in which a person would write them, which is also the cheapest: a test stands before
 * the loops that it does not depend on, and a value is computed where it is first read. All lines must hold, so that
 * their order decides nothing; loops keep theirs, so that lists are made in the same order.
 */
export function arrange(body: Body): Body {
  return deferred(hoisted(body.map(arrangeInside)));
}

function arrangeInside(literal: Literal): Literal {
  return literal.kind === "every" ? { ...literal, body: arrange(literal.body) } : literal;
}

function hoisted(body: Body): Body {
  let placed: Body = [];
  for (const literal of body) {
    const isTest = literal.kind === "expr" || literal.kind === "every";
    placed = isTest ? withTest(placed, literal) : [...placed, literal];
  }
  return placed;
}

/** The test before the first loop that it does not depend on, and with it the values that it needs. */
function withTest(placed: Body, test: Literal): Body {
  const needed = neededBy(test, placed);
  const lastLoop = placed.reduce(
    (last, line, index) => (line.kind === "some" && needed.has(line) ? index : last),
    -1,
  );
  const at = placed.findIndex((line, index) => index > lastLoop && passes(test, line));
  if (at < 0) return [...placed, test];
  const behind = placed.slice(at);
  const moved = behind.filter((line) => needed.has(line));
  return [...placed.slice(0, at), ...moved, test, ...behind.filter((line) => !needed.has(line))];
}

/** One expression before a loop of any kind; a loop that tests only before one that repeats what follows. */
function passes(test: Literal, line: Literal): boolean {
  return line.kind === "some" || (line.kind === "every" && test.kind === "expr");
}

/** What binds the names that a line reads, and what those lines need in turn. */
function neededBy(literal: Literal, lines: Body): ReadonlySet<Literal> {
  const needed = new Set<Literal>();
  const names = new Set(variablesOfLiteral(literal));
  for (const line of [...lines].reverse()) {
    if (!boundBy(line).some((name) => names.has(name))) continue;
    needed.add(line);
    for (const name of variablesOfLiteral(line)) names.add(name);
  }
  return needed;
}

function boundBy(literal: Literal): readonly string[] {
  if (literal.kind === "assign") return [literal.name];
  if (literal.kind !== "some") return [];
  return literal.key === undefined ? [literal.name] : [literal.key, literal.name];
}

/** Values where they are first read, but never inside of a loop that does not change them. */
function deferred(body: Body): Body {
  const placed: Literal[] = [];
  let waiting: Body = [];
  for (const literal of body) {
    if (literal.kind === "assign") {
      waiting = [...waiting, literal];
      continue;
    }
    const due = literal.kind === "some" ? new Set(waiting) : neededBy(literal, waiting);
    placed.push(...waiting.filter((line) => due.has(line)), literal);
    waiting = waiting.filter((line) => !due.has(line));
  }
  return [...placed, ...waiting];
}
