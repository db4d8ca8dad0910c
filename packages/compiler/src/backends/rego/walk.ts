import type { Body, Literal, Rule, Term, Way } from "./syntax.js";

/** The variables that a term mentions. */
export function variablesOf(term: Term): ReadonlySet<string> {
  const found = new Set<string>();
  addVariables(term, found);
  return found;
}

export function variablesOfBody(body: Body): ReadonlySet<string> {
  return new Set(body.flatMap(termsOf).flatMap((term) => [...variablesOf(term)]));
}

export function variablesOfLiteral(literal: Literal): ReadonlySet<string> {
  return variablesOfBody([literal]);
}

function addVariables(term: Term, found: Set<string>): void {
  if (term.kind === "var") found.add(term.name);
  for (const part of partsOf(term)) addVariables(part, found);
}

/** Each line is looked at again and again while a body gets its form; no term changes. */
const freeVariables = new WeakMap<Term, ReadonlySet<string>>();

/** The variables that a term reads from around it: what a comprehension binds is its own, also under a name that is taken. */
export function freeVariablesOf(term: Term): ReadonlySet<string> {
  const known = freeVariables.get(term) ?? freeIn(term);
  freeVariables.set(term, known);
  return known;
}

function freeIn(term: Term): ReadonlySet<string> {
  if (term.kind === "var") return new Set([term.name]);
  if (term.kind !== "comprehension" && term.kind !== "mapping")
    return new Set(partsOf(term).flatMap((part) => [...freeVariablesOf(part)]));
  const heads = term.kind === "mapping" ? [term.key, term.value] : [term.head];
  return freeInBody(term.body, heads);
}

export function freeVariablesOfLiteral(literal: Literal): ReadonlySet<string> {
  if (literal.kind !== "every")
    return new Set(termsOf(literal).flatMap((term) => [...freeVariablesOf(term)]));
  const own = new Set(boundByLoop(literal));
  const inBody = [...freeInBody(literal.body, [])].filter((name) => !own.has(name));
  return new Set([...freeVariablesOf(literal.over), ...inBody]);
}

function freeInBody(body: Body, heads: readonly Term[]): ReadonlySet<string> {
  const own = new Set(body.flatMap((line) => (line.kind === "every" ? [] : boundByBody([line]))));
  const read = [
    ...body.flatMap((line) => [...freeVariablesOfLiteral(line)]),
    ...heads.flatMap((head) => [...freeVariablesOf(head)]),
  ];
  return new Set(read.filter((name) => !own.has(name)));
}

/** Where a variable is read: what is read right out of it, or the variable itself. */
export function readsOf(name: string, body: Body, heads: readonly Term[]): readonly Term[] {
  const found: Term[] = [];
  const visit = (term: Term): void => {
    const of = term.kind === "ref" ? term.base : term;
    if (of.kind !== "var" || of.name !== name) return partsOf(term).forEach(visit);
    found.push(term);
    if (term.kind === "ref") visit(term.key);
  };
  body.flatMap(termsOf).forEach(visit);
  heads.forEach(visit);
  return found;
}

/** The terms right inside of a term. */
function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case "scalar":
    case "var":
      return [];
    case "ref":
      return [term.base, term.key];
    case "call":
      return term.args;
    case "infix":
      return [term.left, term.right];
    case "array":
    case "set":
      return term.items;
    case "object":
      return term.entries.map(([, value]) => value);
    case "comprehension":
      return [term.head, ...term.body.flatMap(termsOf)];
    case "mapping":
      return [term.key, term.value, ...term.body.flatMap(termsOf)];
  }
}

/** The terms in a line; those of the lines in it too. */
function termsOf(literal: Literal): readonly Term[] {
  switch (literal.kind) {
    case "expr":
      return [literal.term];
    case "assign":
      return [literal.value];
    case "some":
      return [literal.over];
    case "every":
      return [literal.over, ...literal.body.flatMap(termsOf)];
  }
}

function termsIn(rule: Rule): readonly Term[] {
  return rule.kind === "contains" ? [rule.element, ...rule.body.flatMap(termsOf)] : termsOfWays(rule.ways);
}

function termsOfWays(ways: readonly Way[]): readonly Term[] {
  return ways.flatMap(({ value, body }) => [
    ...body.flatMap(termsOf),
    ...(value === undefined ? [] : [value]),
  ]);
}

/** What the ways of a rule read. */
export function readBy(ways: readonly Way[]): ReadonlySet<string> {
  return new Set(termsOfWays(ways).flatMap((term) => [...variablesOf(term)]));
}

/** The functions that a rule calls, those of OPA among them. */
export function callsIn(rule: Rule): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (term: Term): void => {
    if (term.kind === "call") found.add(term.name);
    partsOf(term).forEach(visit);
  };
  termsIn(rule).forEach(visit);
  return found;
}

/** Every name in a rule: what it reads, binds and takes as an argument. */
export function namesIn(rule: Rule): ReadonlySet<string> {
  return new Set([...boundIn(rule), ...termsIn(rule).flatMap((term) => [...variablesOf(term)])]);
}

/** The names in a rule that are not only inside of its comprehensions and of `every`. */
export function namesOutside(rule: Rule): ReadonlySet<string> {
  const lines = linesIn(rule);
  const found = new Set(lines.filter(({ kind }) => kind !== "every").flatMap((line) => boundByBody([line])));
  if (rule.kind === "function") for (const arg of rule.args) found.add(arg);
  const visit = (term: Term): void => {
    if (isComprehension(term)) return;
    if (term.kind === "var") found.add(term.name);
    partsOf(term).forEach(visit);
  };
  lines.flatMap(termsAround).forEach(visit);
  headsOf(rule).forEach(visit);
  return found;
}

/** What each comprehension of a rule and each `every` mentions, without those inside of others. */
export function scopesIn(rule: Rule): readonly ReadonlySet<string>[] {
  const outermost = (term: Term): readonly Term[] =>
    isComprehension(term) ? [term] : partsOf(term).flatMap(outermost);
  const comprehensions = [...headsOf(rule), ...linesIn(rule).flatMap(termsAround)].flatMap(outermost);
  const loops = linesIn(rule).flatMap((line) => (line.kind === "every" ? [line] : []));
  return [
    ...comprehensions.map(variablesOf),
    ...loops.map((loop) => new Set([...boundByBody([loop]), ...variablesOfBody(loop.body)])),
  ];
}

/** The terms in a line, without those in the body of `every`. */
function termsAround(line: Literal): readonly Term[] {
  return line.kind === "every" ? [line.over] : termsOf(line);
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

function boundIn(rule: Rule): readonly string[] {
  return rule.kind === "contains"
    ? boundByBody(rule.body)
    : [...rule.args, ...rule.ways.flatMap((way) => boundByBody(way.body))];
}

function boundByBody(body: Body): readonly string[] {
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
