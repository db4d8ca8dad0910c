import { type Body, callTerm, type Literal, type Term, type Way } from "../syntax.js";
import { variablesOf, variablesOfBody } from "../walk.js";
import { mapLine, mapParts } from "./map-parts.js";

/**
 * A loop that only asks whether a text begins or ends with one of some texts is one call:
 * `strings.any_prefix_match(image, repos)`. Of constants and parameters alone, which a schema has seen: of a list in which
 * one element is no text the call says nothing, where the loop goes on with the others.
 */
export function withPrefixLists(way: Way): Way {
  const heads = way.value === undefined ? [] : [way.value];
  return { ...way, body: inBody(way.body, heads, new Set()) };
}

/** `heads` is what the body gives, where that is not counted: an array has an element for each turn of a loop. */
function inBody(body: Body, heads: readonly Term[] | undefined, outer: Known): Body {
  const known = new Set([...outer, ...body.flatMap((line) => knownBy(line, outer))]);
  const lines = body.map((line) =>
    mapLine(
      everyAsCall(line, known),
      (term) => withinTerm(term, known),
      (inner) => inBody(inner, [], known),
    ),
  );
  if (heads === undefined) return lines;
  return lines.reduce<Body>((result, line) => someAsCall(line, result, heads, known), lines);
}

/** The names of lists of texts alone. */
type Known = ReadonlySet<string>;

function knownBy(line: Literal, known: Known): readonly string[] {
  return line.kind === "assign" && isKnown(line.value, known) ? [line.name] : [];
}

function isKnown(list: Term, known: Known): boolean {
  if (list.kind === "var") return known.has(list.name);
  if (list.kind === "array" || list.kind === "set")
    return list.items.every((item) => item.kind === "scalar" && typeof item.value === "string");
  return isParameter(list);
}

/** `input.parameters.repos`, or `object.get(input, ["parameters", "repos"], [])`. */
function isParameter(list: Term): boolean {
  if (list.kind === "ref")
    return isInput(list.base) ? isText(list.key, "parameters") : isParameter(list.base);
  if (list.kind !== "call" || list.name !== "object.get") return false;
  const [of, path] = list.args;
  const [first] = path?.kind === "array" ? path.items : [];
  return of !== undefined && isInput(of) && first !== undefined && isText(first, "parameters");
}

function isInput(term: Term): boolean {
  return term.kind === "var" && term.name === "input";
}

function isText(term: Term, text: string): boolean {
  return term.kind === "scalar" && term.value === text;
}

function withinTerm(term: Term, known: Known): Term {
  const isCounted = term.kind === "comprehension" && term.into === "array";
  const heads =
    term.kind === "comprehension" ? [term.head] : term.kind === "mapping" ? [term.key, term.value] : [];
  return mapParts(
    term,
    (part) => withinTerm(part, known),
    (body) => inBody(body, isCounted ? undefined : heads, known),
  );
}

/** `every repo in repos { not startswith(image, repo) }` */
function everyAsCall(line: Literal, known: Known): Literal {
  if (line.kind !== "every" || line.key !== undefined || line.body.length !== 1) return line;
  const [test] = line.body;
  if (test?.kind !== "expr" || !test.negated) return line;
  const term = asCall(line.name, line.over, test.term, known);
  return term === undefined ? line : { kind: "expr", term, negated: true };
}

/** `some repo in repos` and `startswith(image, repo)`, where nothing else reads the name. */
function someAsCall(loop: Literal, body: Body, heads: readonly Term[], known: Known): Body {
  if (loop.kind !== "some" || loop.key !== undefined) return body;
  const readers = body.filter((line) => variablesOfBody([line]).has(loop.name));
  const [test] = readers;
  if (readers.length !== 1 || heads.some((head) => variablesOf(head).has(loop.name))) return body;
  if (test?.kind !== "expr" || test.negated) return body;
  const term = asCall(loop.name, loop.over, test.term, known);
  return term === undefined
    ? body
    : body.flatMap((line) =>
        line === loop ? [] : line === test ? [{ kind: "expr", term, negated: false }] : [line],
      );
}

const calls: Readonly<Record<string, string>> = {
  startswith: "strings.any_prefix_match",
  endswith: "strings.any_suffix_match",
};

function asCall(name: string, list: Term, test: Term, known: Known): Term | undefined {
  if (test.kind !== "call" || !isKnown(list, known)) return undefined;
  const [text, affix] = test.args;
  const call = calls[test.name];
  if (call === undefined || text === undefined || affix?.kind !== "var" || affix.name !== name)
    return undefined;
  return variablesOf(text).has(name) ? undefined : callTerm(call, text, list);
}
