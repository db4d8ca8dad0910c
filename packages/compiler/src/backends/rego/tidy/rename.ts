import type { Body, Literal, Rule, Term, Way } from "../syntax.js";
import { mapLine, mapParts } from "./map-parts.js";

type Rename = (name: string) => string;

/** The body of a rule, and its arguments, with other names for variables and for the rules that it reads. */
export function renameRule(rule: Rule, to: Rename): Rule {
  if (rule.kind === "contains")
    return { ...rule, element: renameTerm(rule.element, to), body: renameBody(rule.body, to) };
  return { ...rule, args: rule.args.map(to), ways: rule.ways.map((way) => renameWay(way, to)) };
}

function renameWay(way: Way, to: Rename): Way {
  const body = renameBody(way.body, to);
  return way.value === undefined ? { body } : { value: renameTerm(way.value, to), body };
}

function renameBody(body: Body, to: Rename): Body {
  return body.map((literal) => renameLiteral(literal, to));
}

function renameLiteral(literal: Literal, to: Rename): Literal {
  const inner = mapLine(
    literal,
    (term) => renameTerm(term, to),
    (body) => renameBody(body, to),
  );
  if (inner.kind === "expr") return inner;
  if (inner.kind === "assign") return { ...inner, name: to(inner.name) };
  const key = inner.key === undefined ? {} : { key: to(inner.key) };
  return { ...inner, ...key, name: to(inner.name) };
}

function renameTerm(term: Term, to: Rename): Term {
  if (term.kind === "var") return { ...term, name: to(term.name) };
  const inner = mapParts(
    term,
    (part) => renameTerm(part, to),
    (body) => renameBody(body, to),
  );
  return inner.kind === "call" ? { ...inner, name: to(inner.name) } : inner;
}
