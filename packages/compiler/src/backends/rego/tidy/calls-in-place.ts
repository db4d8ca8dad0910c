import { unnumbered } from "@policyc/ir";
import { isBuiltIn } from "../naming.js";
import type { Body, Literal, Term, Way } from "../syntax.js";
import { readsOf } from "../walk.js";
import { mapLine, mapParts } from "./map-parts.js";

type Assign = Extract<Literal, { kind: "assign" }>;

/**
 * `checked := in_scope("sysctls")` for the sake of the loop on the next line says it twice, and so does
 * `mend_2 := mend(dropped)`, a name that is the rule's and has to carry a number: the call stands where it is read.
 * A body in which no line is computed more often than before.
 */
export function withCallsInPlace(way: Way): Way {
  for (const line of way.body) {
    const placed = line.kind === "assign" && isOfOurs(line.value) ? inPlace(line, way) : way;
    if (placed !== way) return withCallsInPlace(placed);
  }
  return way;
}

function isOfOurs(value: Term): value is Extract<Term, { kind: "call" }> {
  return value.kind === "call" && !isBuiltIn(value.name);
}

function inPlace(assign: Assign, way: Way): Way {
  const others = way.body.filter((line) => line !== assign);
  const heads = way.value === undefined ? [] : [way.value];
  const [only, second] = readsOf(assign.name, others, heads);
  if (only?.kind !== "var" || second !== undefined) return way;
  const next = way.body[way.body.indexOf(assign) + 1];
  const isGoneThrough = next?.kind === "some" && next.over === only;
  const isOwnName = assign.value.kind === "call" && unnumbered(assign.name) === assign.value.name;
  if (!isGoneThrough && !(isOwnName && isReadOnce(only, way.body.slice(way.body.indexOf(assign) + 1), heads)))
    return way;
  const put = (term: Term): Term => (term === only ? assign.value : mapParts(term, put, putIn));
  const putIn = (body: Body): Body => body.map((line) => mapLine(line, put, putIn));
  return { body: putIn(others), ...(way.value === undefined ? {} : { value: put(way.value) }) };
}

/** Is it read by a line that follows without a loop between, and by no comprehension, which would call again each turn? */
function isReadOnce(read: Term, below: Body, heads: readonly Term[]): boolean {
  const loop = below.findIndex(({ kind }) => kind === "some" || kind === "every");
  const lines = loop < 0 ? below : below.slice(0, loop);
  const terms = lines.flatMap((line) =>
    line.kind === "assign" ? [line.value] : line.kind === "expr" && !line.negated ? [line.term] : [],
  );
  return [...terms, ...(loop < 0 ? heads : [])].some((term) => isIn(read, term));
}

function isIn(wanted: Term, term: Term): boolean {
  if (term === wanted) return true;
  switch (term.kind) {
    case "ref":
      return isIn(wanted, term.base) || isIn(wanted, term.key);
    case "call":
      return term.args.some((arg) => isIn(wanted, arg));
    case "infix":
      return isIn(wanted, term.left) || isIn(wanted, term.right);
    case "array":
      return term.items.some((item) => isIn(wanted, item));
    default:
      return false;
  }
}
