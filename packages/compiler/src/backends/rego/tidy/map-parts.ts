import type { Body, Literal, Rule, Term, Way } from "../syntax.js";

type MapTerm = (term: Term) => Term;
/** Beside a body, what is made of each of its turns. */
type MapBody = (body: Body, heads: readonly Term[]) => Body;

/** A term with the terms right inside of it replaced, and the bodies of comprehensions. */
export function mapParts(term: Term, map: MapTerm, mapBody: MapBody): Term {
  switch (term.kind) {
    case "scalar":
    case "var":
      return term;
    case "ref":
      return { ...term, base: map(term.base), key: map(term.key) };
    case "call":
      return { ...term, args: term.args.map(map) };
    case "infix":
      return { ...term, left: map(term.left), right: map(term.right) };
    case "array":
    case "set":
      return { ...term, items: term.items.map(map) };
    case "object":
      return { ...term, entries: term.entries.map(([name, value]) => [name, map(value)] as const) };
    case "comprehension":
      return { ...term, head: map(term.head), body: mapBody(term.body, [term.head]) };
    case "mapping":
      return {
        ...term,
        key: map(term.key),
        value: map(term.value),
        body: mapBody(term.body, [term.key, term.value]),
      };
  }
}

/** A line with its terms replaced. */
export function mapLine(line: Literal, map: MapTerm, mapBody: MapBody): Literal {
  if (line.kind === "expr") return { ...line, term: map(line.term) };
  if (line.kind === "assign")
    return {
      ...line,
      value: map(line.value),
      ...(line.plain === undefined ? {} : { plain: map(line.plain) }),
    };
  if (line.kind === "some") return { ...line, over: map(line.over) };
  return { ...line, over: map(line.over), body: mapBody(line.body, []) };
}

/** A rule with its ways replaced; of what is in a set there is one, and the element is its value. */
export function mapWays(rule: Rule, map: (way: Way) => Way): Rule {
  if (rule.kind === "function") return { ...rule, ways: rule.ways.map(map) };
  const { body, value } = map({ body: rule.body, value: rule.element });
  return { ...rule, body, element: value ?? rule.element };
}
