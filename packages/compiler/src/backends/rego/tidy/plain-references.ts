import { canBeNegatedWithKeys } from "../lower/definedness.js";
import { type Body, defined, type Literal, not, type Term, type Way } from "../syntax.js";
import { readsOf } from "../walk.js";
import { mapLine, mapParts } from "./map-parts.js";
import { askedFor, isNull } from "./nulls.js";

type Assign = Extract<Literal, { kind: "assign" }>;

/**
 * Optional values as a person reads them: `limit := container.limits.cpu` fails where there is none, so that nobody asks
 * for `null`, and `not container.limits.cpu` holds there. So does a name below which another line must find something. A name
 * for an object of which one field is read goes.
 */
export function withPlainReferences(way: Way): Way {
  return way.body.reduceRight<Way>(
    (read, line) =>
      line.kind === "assign" && line.plain !== undefined ? plainly(line, line.plain, read) : read,
    way,
  );
}

function plainly(assign: Assign, plain: Term, way: Way): Way {
  if (readsKnownShape(plain, way.body)) return way;
  const others = way.body.filter((line) => line !== assign);
  const [only, second] = readsOf(assign.name, others, way.value === undefined ? [] : [way.value]);
  // Nobody reads it, and neither does it count as a reader of another.
  if (only === undefined) return { ...way, body: others };
  const instead = (of: Literal, line: Literal): Way => ({
    ...way,
    body: others.map((other) => (other === of ? line : other)),
  });
  const presence = others.find((line) => asksFor(assign.name, "!=", line));
  const absence = others.find((line) => asksFor(assign.name, "==", line));
  if ((presence ?? absence) !== undefined && isStoodIn(assign.value)) return way;
  if (presence !== undefined && second === undefined) return instead(presence, defined(plain));
  if (presence !== undefined || (second !== undefined && others.some((line) => needs(line, assign.name)))) {
    const bound: Literal = { kind: "assign", name: assign.name, value: plain };
    const lines = way.body.filter((line) => line !== presence);
    return { ...way, body: lines.map((line) => (line === assign ? bound : line)) };
  }
  if (second !== undefined) return way;
  if (absence !== undefined) return canBeNegatedWithKeys(plain) ? instead(absence, not(plain)) : way;
  if (only.kind !== "ref") return way;
  const put = (term: Term): Term => (term === only ? { ...only, base: plain } : mapParts(term, put, putIn));
  const putIn = (body: Body): Body => body.map((line) => mapLine(line, put, putIn));
  return { body: putIn(others), ...(way.value === undefined ? {} : { value: put(way.value) }) };
}

/** `object.get(container, "args", [])` is there in any case, and the plain reference is not. */
function isStoodIn(value: Term): boolean {
  return value.kind === "call" && value.name === "object.get" && !isNull(value.args[2]);
}

/** Does the line hold only where something is found below the name? `pod.hostname`, `some x in pod.list`. */
function needs(line: Literal, name: string): boolean {
  if (line.kind === "some") return isBelow(line.over, name);
  // A name that nobody reads goes, and with it what it asked.
  if (line.kind === "assign" || line.kind === "every" || line.negated) return false;
  const { term } = line;
  return (
    isBelow(term, name) ||
    (term.kind === "infix" && [term.left, term.right].some((side) => isBelow(side, name)))
  );
}

function isBelow(term: Term, name: string): boolean {
  if (term.kind !== "ref") return false;
  return (term.base.kind === "var" && term.base.name === name) || isBelow(term.base, name);
}

/** Of what is written out, or is made by a rule, OPA may know that it has no such field, and refuses to read it. */
function readsKnownShape(plain: Term, body: Body): boolean {
  if (plain.kind !== "ref") return false;
  return (
    (plain.key.kind === "scalar" && hasKnownShape(plain.base, body)) || readsKnownShape(plain.base, body)
  );
}

function hasKnownShape(term: Term, body: Body): boolean {
  if (term.kind === "ref") return hasKnownShape(term.base, body);
  if (term.kind !== "var") return term.kind === "array" || term.kind === "object";
  const origin = body.find((line) => line.kind !== "expr" && line.name === term.name);
  if (origin === undefined || origin.kind === "expr") return false;
  const from = origin.kind === "assign" ? origin.value : origin.over;
  if (from.kind === "call") return from.name !== "object.get" && from.name !== "split";
  return from.kind === "array" || from.kind === "object" || from.kind === "set";
}

/** `name != null`, `name == null` */
function asksFor(name: string, operator: "==" | "!=", line: Literal): boolean {
  const asked = askedFor(operator, line);
  return asked?.kind === "var" && asked.name === name;
}
