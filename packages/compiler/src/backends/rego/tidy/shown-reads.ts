import type { Body, Literal, Rule, Term, Way } from "../syntax.js";
import { boundByBody, callsIn, variablesOf } from "../walk.js";
import { mapLine, mapParts, mapWays } from "./map-parts.js";
import { plainRead } from "./plain-read.js";

/** What a body reads in any case, as text, and the names that it is read by. */
type Shown = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * All lines of a body must hold: beside `port.hostPort != 0`, which nothing is that is not there, a message says
 * `port.hostPort` in place of `object.get(port, "hostPort", 0)`.
 */
export function withShownReads(rule: Rule): Rule {
  return callsIn(rule).has("object.get") ? mapWays(rule, inWay) : rule;
}

function inWay(way: Way): Way {
  const shown = shownIn(way.body, new Map());
  const body = way.body.map((line) => inLine(line, shown));
  return { ...way, body, ...(way.value === undefined ? {} : { value: inTerm(way.value, shown) }) };
}

function inLine(line: Literal, shown: Shown): Literal {
  const inside = line.kind === "every" ? shownIn(line.body, without(shown, boundByBody([line]))) : shown;
  return mapLine(
    line,
    (term) => inTerm(term, shown),
    (body) => body.map((each) => inLine(each, inside)),
  );
}

function inTerm(term: Term, shown: Shown): Term {
  const plain = plainRead(term);
  if (plain !== undefined && shown.has(pathText(plain) ?? "")) return inTerm(plain, shown);
  const inside = term.kind === "comprehension" || term.kind === "mapping" ? shownIn(term.body, shown) : shown;
  return mapParts(
    term,
    (part) => inTerm(part, inside),
    (body) => body.map((line) => inLine(line, inside)),
  );
}

/** What a body shows, and what is shown around it of names that it does not bind itself. */
function shownIn(body: Body, around: Shown): Shown {
  const shown = new Map(without(around, boundByBody(body)));
  for (const line of body) {
    if (line.kind === "expr" && !line.negated) add(line.term, shown);
    if (line.kind === "assign") add(line.value, shown);
    if (line.kind === "some") add(line.over, shown);
  }
  return shown;
}

function without(shown: Shown, bound: readonly string[]): Shown {
  if (bound.length === 0) return shown;
  return new Map([...shown].filter(([, names]) => bound.every((name) => !names.has(name))));
}

/** Every reference without which the term is undefined. */
function add(term: Term, shown: Map<string, ReadonlySet<string>>): void {
  switch (term.kind) {
    case "ref": {
      const path = pathText(term);
      if (path !== undefined) shown.set(path, variablesOf(term));
      return add(term.base, shown);
    }
    case "call":
      return term.args.forEach((arg) => {
        add(arg, shown);
      });
    case "infix":
      add(term.left, shown);
      return add(term.right, shown);
    case "array":
    case "set":
      return term.items.forEach((item) => {
        add(item, shown);
      });
    case "object":
      return term.entries.forEach(([, value]) => {
        add(value, shown);
      });
  }
}

/** `port.hostPort`, `labels[name]`; nothing where what is read is made first. */
function pathText(term: Term): string | undefined {
  if (term.kind === "var") return term.name;
  if (term.kind !== "ref") return undefined;
  const base = pathText(term.base);
  const { key } = term;
  if (base === undefined) return undefined;
  if (key.kind === "var") return `${base}[${key.name}]`;
  return key.kind === "scalar" ? `${base}[${JSON.stringify(String(key.value))}]` : undefined;
}
