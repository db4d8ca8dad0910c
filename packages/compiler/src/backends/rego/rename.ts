import type { Body, Literal, Rule, Term, Way } from "./syntax.js";

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
  if (literal.kind === "expr") return { ...literal, term: renameTerm(literal.term, to) };
  if (literal.kind === "assign")
    return { ...literal, name: to(literal.name), value: renameTerm(literal.value, to) };
  const key = literal.key === undefined ? {} : { key: to(literal.key) };
  const renamed = { ...literal, ...key, name: to(literal.name), over: renameTerm(literal.over, to) };
  return renamed.kind === "every" ? { ...renamed, body: renameBody(renamed.body, to) } : renamed;
}

function renameTerm(term: Term, to: Rename): Term {
  switch (term.kind) {
    case "scalar":
      return term;
    case "var":
      return { ...term, name: to(term.name) };
    case "ref":
      return { ...term, base: renameTerm(term.base, to), key: renameTerm(term.key, to) };
    case "call":
      return { ...term, name: to(term.name), args: term.args.map((arg) => renameTerm(arg, to)) };
    case "infix":
      return { ...term, left: renameTerm(term.left, to), right: renameTerm(term.right, to) };
    case "array":
    case "set":
      return { ...term, items: term.items.map((item) => renameTerm(item, to)) };
    case "object":
      return {
        ...term,
        entries: term.entries.map(([name, value]) => [name, renameTerm(value, to)] as const),
      };
    case "comprehension":
      return { ...term, head: renameTerm(term.head, to), body: renameBody(term.body, to) };
    case "mapping":
      return {
        ...term,
        key: renameTerm(term.key, to),
        value: renameTerm(term.value, to),
        body: renameBody(term.body, to),
      };
  }
}
