import type { Body, Literal, Rule, Term, Way } from "./syntax.js";

/** The variables that a term mentions. */
export function variablesOf(term: Term): ReadonlySet<string> {
  const found = new Set<string>();
  visitTerm(term, found);
  return found;
}

export function variablesOfBody(body: Body): ReadonlySet<string> {
  const found = new Set<string>();
  for (const literal of body) visitLiteral(literal, found);
  return found;
}

export function variablesOfLiteral(literal: Literal): ReadonlySet<string> {
  return variablesOfBody([literal]);
}

function visitTerm(term: Term, found: Set<string>): void {
  switch (term.kind) {
    case "scalar":
      return;
    case "var":
      found.add(term.name);
      return;
    case "ref":
      visitTerm(term.base, found);
      return visitTerm(term.key, found);
    case "call":
      for (const arg of term.args) visitTerm(arg, found);
      return;
    case "infix":
      visitTerm(term.left, found);
      return visitTerm(term.right, found);
    case "array":
    case "set":
      for (const item of term.items) visitTerm(item, found);
      return;
    case "object":
      for (const [, value] of term.entries) visitTerm(value, found);
      return;
    case "comprehension":
      visitTerm(term.head, found);
      for (const literal of term.body) visitLiteral(literal, found);
      return;
    case "mapping":
      visitTerm(term.key, found);
      visitTerm(term.value, found);
      for (const literal of term.body) visitLiteral(literal, found);
  }
}

function visitLiteral(literal: Literal, found: Set<string>): void {
  if (literal.kind === "expr") return visitTerm(literal.term, found);
  if (literal.kind === "assign") return visitTerm(literal.value, found);
  visitTerm(literal.over, found);
  if (literal.kind === "every") for (const inner of literal.body) visitLiteral(inner, found);
}

/** Every name in a rule: what it reads, binds and takes as an argument. */
export function namesIn(rule: Rule): ReadonlySet<string> {
  const found = new Set<string>(rule.kind === "function" ? rule.args : []);
  const binders = (body: Body): void => {
    for (const literal of body) {
      if (literal.kind === "assign" || literal.kind === "some" || literal.kind === "every")
        found.add(literal.name);
      if ((literal.kind === "some" || literal.kind === "every") && literal.key !== undefined)
        found.add(literal.key);
      if (literal.kind === "every") binders(literal.body);
    }
  };
  if (rule.kind === "contains") visitTerm(rule.element, found);
  for (const body of rule.kind === "contains" ? [rule.body] : rule.ways.map((way) => way.body)) {
    binders(body);
    for (const literal of body) visitLiteral(literal, found);
  }
  if (rule.kind === "function")
    for (const way of rule.ways) if (way.value !== undefined) visitTerm(way.value, found);
  return found;
}

/** What the ways of a rule read. */
export function readBy(ways: readonly Way[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { value, body } of ways) {
    for (const literal of body) visitLiteral(literal, found);
    if (value !== undefined) visitTerm(value, found);
  }
  return found;
}
