import type { Body, Literal, Rule, Term, Way } from "./syntax.js";

/** The variables that a term mentions. */
export function variablesOf(term: Term): ReadonlySet<string> {
  const found = new Set<string>();
  addVariables(term, found);
  return found;
}

/** The functions that a term calls, those of OPA among them. */
export function callsOf(term: Term): ReadonlySet<string> {
  const found = new Set<string>();
  addCalls(term, found);
  return found;
}

function addCalls(term: Term, found: Set<string>): void {
  if (term.kind === "call") found.add(term.name);
  eachPart(term, (part) => addCalls(part, found));
}

export function variablesOfBody(body: Body): ReadonlySet<string> {
  const found = new Set<string>();
  for (const literal of body) eachTerm(literal, (term) => addVariables(term, found));
  return found;
}

export function variablesOfLiteral(literal: Literal): ReadonlySet<string> {
  return variablesOfBody([literal]);
}

function addVariables(term: Term, found: Set<string>): void {
  if (term.kind === "var") found.add(term.name);
  else eachPart(term, (part) => addVariables(part, found));
}

/** Each line is looked at again and again while a body gets its form; no term changes. */
const freeVariables = new WeakMap<Term, ReadonlySet<string>>();

/** The variables that a term reads from around it: what a comprehension binds is its own, also under a name that is taken. */
export function freeVariablesOf(term: Term): ReadonlySet<string> {
  const known = freeVariables.get(term);
  if (known !== undefined) return known;
  const found = freeIn(term);
  freeVariables.set(term, found);
  return found;
}

function freeIn(term: Term): ReadonlySet<string> {
  if (term.kind === "var") return new Set([term.name]);
  if (term.kind === "mapping") return freeInBody(term.body, [term.key, term.value]);
  if (term.kind === "comprehension") return freeInBody(term.body, [term.head]);
  const found = new Set<string>();
  eachPart(term, (part) => addAll(found, freeVariablesOf(part)));
  return found;
}

export function freeVariablesOfLiteral(literal: Literal): ReadonlySet<string> {
  if (literal.kind === "assign") return freeVariablesOf(literal.value);
  if (literal.kind === "expr") return freeVariablesOf(literal.term);
  if (literal.kind === "some") return freeVariablesOf(literal.over);
  const found = new Set(freeInBody(literal.body, []));
  for (const name of boundByLoop(literal)) found.delete(name);
  return addAll(found, freeVariablesOf(literal.over));
}

function freeInBody(body: Body, heads: readonly Term[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of body) addAll(found, freeVariablesOfLiteral(line));
  for (const head of heads) addAll(found, freeVariablesOf(head));
  for (const line of body) {
    if (line.kind === "assign") found.delete(line.name);
    if (line.kind === "some") for (const name of boundByLoop(line)) found.delete(name);
  }
  return found;
}

function addAll(found: Set<string>, names: Iterable<string>): Set<string> {
  for (const name of names) found.add(name);
  return found;
}

/** Where a variable is read: what is read right out of it, or the variable itself. */
export function readsOf(name: string, body: Body, heads: readonly Term[]): readonly Term[] {
  const found: Term[] = [];
  const visit = (term: Term): void => {
    const of = term.kind === "ref" ? term.base : term;
    if (of.kind !== "var" || of.name !== name) return eachPart(term, visit);
    found.push(term);
    if (term.kind === "ref") visit(term.key);
  };
  eachTermOf(body, visit);
  heads.forEach(visit);
  return found;
}

type Visit = (term: Term) => void;

/** Visits the terms right inside of a term: nothing here runs more often, so that no list is made of them. */
function eachPart(term: Term, visit: Visit): void {
  switch (term.kind) {
    case "scalar":
    case "var":
      return;
    case "ref":
      visit(term.base);
      return visit(term.key);
    case "call":
      return term.args.forEach(visit);
    case "infix":
      visit(term.left);
      return visit(term.right);
    case "array":
    case "set":
      return term.items.forEach(visit);
    case "object":
      for (const [, value] of term.entries) visit(value);
      return;
    case "comprehension":
      visit(term.head);
      return eachTermOf(term.body, visit);
    case "mapping":
      visit(term.key);
      visit(term.value);
      return eachTermOf(term.body, visit);
  }
}

/** The terms right inside of a term. */
export function partsOf(term: Term): readonly Term[] {
  const parts: Term[] = [];
  eachPart(term, (part) => parts.push(part));
  return parts;
}

function eachTermOf(body: Body, visit: Visit): void {
  for (const literal of body) eachTerm(literal, visit);
}

/** Visits the terms in a line; those of the lines in it too. */
function eachTerm(literal: Literal, visit: Visit): void {
  switch (literal.kind) {
    case "expr":
      return visit(literal.term);
    case "assign":
      return visit(literal.value);
    case "some":
      return visit(literal.over);
    case "every":
      visit(literal.over);
      return eachTermOf(literal.body, visit);
  }
}

function eachTermIn(rule: Rule, visit: Visit): void {
  if (rule.kind !== "contains") return eachTermOfWays(rule.ways, visit);
  visit(rule.element);
  eachTermOf(rule.body, visit);
}

function eachTermOfWays(ways: readonly Way[], visit: Visit): void {
  for (const { value, body } of ways) {
    eachTermOf(body, visit);
    if (value !== undefined) visit(value);
  }
}

/** What the ways of a rule read. */
export function readBy(ways: readonly Way[]): ReadonlySet<string> {
  const found = new Set<string>();
  eachTermOfWays(ways, (term) => addVariables(term, found));
  return found;
}

/** The functions that a rule calls, those of OPA among them. */
export function callsIn(rule: Rule): ReadonlySet<string> {
  const found = new Set<string>();
  eachTermIn(rule, (term) => addCalls(term, found));
  return found;
}

/** Every name in a rule: what it reads, binds and takes as an argument. */
export function namesIn(rule: Rule): ReadonlySet<string> {
  const found = new Set(boundIn(rule));
  eachTermIn(rule, (term) => addVariables(term, found));
  return found;
}

/** The names in a rule that are not only inside of its comprehensions and of `every`. */
export function namesOutside(rule: Rule): ReadonlySet<string> {
  const found = new Set(
    linesIn(rule)
      .filter(({ kind }) => kind !== "every")
      .flatMap((line) => boundByBody([line])),
  );
  if (rule.kind === "function") for (const arg of rule.args) found.add(arg);
  const visit = (term: Term): void => {
    if (isComprehension(term)) return;
    if (term.kind === "var") found.add(term.name);
    eachPart(term, visit);
  };
  eachTermAround(rule, visit);
  return found;
}

/** What each comprehension of a rule and each `every` mentions, without those inside of others. */
export function scopesIn(rule: Rule): readonly ReadonlySet<string>[] {
  const comprehensions: Term[] = [];
  const visit = (term: Term): void => {
    if (isComprehension(term)) comprehensions.push(term);
    else eachPart(term, visit);
  };
  eachTermAround(rule, visit);
  const loops = linesIn(rule).flatMap((line) => (line.kind === "every" ? [line] : []));
  return [
    ...comprehensions.map(variablesOf),
    ...loops.map((loop) => new Set([...boundByBody([loop]), ...variablesOfBody(loop.body)])),
  ];
}

/** Visits the terms in a rule, without those in the body of `every`. */
function eachTermAround(rule: Rule, visit: Visit): void {
  for (const line of linesIn(rule)) {
    if (line.kind === "every") visit(line.over);
    else eachTerm(line, visit);
  }
  headsOf(rule).forEach(visit);
}

function linesIn(rule: Rule): Body {
  return rule.kind === "contains" ? rule.body : rule.ways.flatMap(({ body }) => body);
}

function headsOf(rule: Rule): readonly Term[] {
  return rule.kind === "contains" ? [rule.element] : rule.ways.flatMap(({ value }) => value ?? []);
}

function isComprehension(term: Term): boolean {
  return term.kind === "comprehension" || term.kind === "mapping";
}

/** The names that a rule gives to its arguments and to what it goes through, also inside of its comprehensions. */
export function givenBy(rule: Rule): ReadonlySet<string> {
  const found = new Set(boundIn(rule));
  const visit = (term: Term): void => {
    if (term.kind === "comprehension" || term.kind === "mapping") addAll(found, boundByBody(term.body));
    eachPart(term, visit);
  };
  eachTermIn(rule, visit);
  return found;
}

function boundIn(rule: Rule): readonly string[] {
  return rule.kind === "contains"
    ? boundByBody(rule.body)
    : [...rule.args, ...rule.ways.flatMap((way) => boundByBody(way.body))];
}

export function boundByBody(body: Body): readonly string[] {
  return body.flatMap((literal): readonly string[] => {
    if (literal.kind === "expr") return [];
    if (literal.kind === "assign") return [literal.name];
    const bound = boundByLoop(literal);
    return literal.kind === "every" ? [...bound, ...boundByBody(literal.body)] : bound;
  });
}

function boundByLoop({ key, name }: Extract<Literal, { kind: "some" | "every" }>): readonly string[] {
  return key === undefined ? [name] : [key, name];
}
