import { snakeCase } from "./naming.js";
import type { Body, Literal, Rule, Term } from "./syntax.js";
import { namesIn } from "./walk.js";

/**
 * Names carry a number where a policy uses them twice; a rule that has only one of them can do without. The names of
 * rules themselves stay: they are said elsewhere too.
 */
export function shortenAll(rules: readonly Rule[]): readonly Rule[] {
  const global = new Set(rules.map((rule) => rule.name));
  return rules.map((rule) => shorten(rule, global));
}

function shorten(rule: Rule, global: ReadonlySet<string>): Rule {
  const taken = namesIn(rule);
  const short = new Map<string, string>();
  for (const name of taken) {
    const stem = name.replace(/_\d+$/, "");
    const isFree = stem !== name && snakeCase(stem) === stem && !taken.has(stem) && !global.has(stem);
    if (isFree && !global.has(name) && ![...short.values()].includes(stem)) short.set(name, stem);
  }
  return short.size === 0 ? rule : renameRule(rule, (name) => short.get(name) ?? name);
}

type Rename = (name: string) => string;

function renameRule(rule: Rule, to: Rename): Rule {
  if (rule.kind === "contains")
    return { ...rule, element: renameTerm(rule.element, to), body: renameBody(rule.body, to) };
  const ways = rule.ways.map((way) => ({
    ...way,
    body: renameBody(way.body, to),
    ...(way.value === undefined ? {} : { value: renameTerm(way.value, to) }),
  }));
  return { ...rule, args: rule.args.map(to), ways };
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
      return { ...term, args: term.args.map((arg) => renameTerm(arg, to)) };
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
