import { snakeCase } from "../naming.js";
import { isOneLine, printLiteral } from "../print/lines.js";
import { type Body, type Literal, type Rule, type Term, variable } from "../syntax.js";
import { callsIn, namesIn } from "../walk.js";
import { mapLine, mapParts, mapWays } from "./map-parts.js";

/**
 * A test that would take several lines gives names to the reads in it that something stands in for, after their last
 * fields: `timeout_seconds > period_seconds`, where each is `object.get(container, ["livenessProbe", "…"], 1)`.
 */
export function withNamedFallbacks(rules: readonly Rule[]): readonly Rule[] {
  const global = new Set(rules.map(({ name }) => name));
  return rules.map((rule) => {
    if (!callsIn(rule).has("object.get")) return rule;
    const taken = [...global, ...namesIn(rule)];
    return mapWays(rule, (way) => ({ ...way, body: inBody(way.body, { global, taken: new Set(taken) }) }));
  });
}

interface Names {
  readonly global: ReadonlySet<string>;
  readonly taken: Set<string>;
}

function inBody(body: Body, names: Names): Body {
  return body.flatMap((line) => {
    if (line.kind === "every") return [{ ...line, body: inBody(line.body, names) }];
    return line.kind === "expr" && !fits(line) ? named(line, names) : [line];
  });
}

function fits(line: Literal): boolean {
  return isOneLine(printLiteral(line, { depth: 1, width: 110 }));
}

function named(line: Extract<Literal, { kind: "expr" }>, names: Names): Body {
  const given: Literal[] = [];
  const put = (term: Term): Term => {
    // What is read inside of a comprehension may be of its own names.
    if (term.kind === "comprehension" || term.kind === "mapping") return term;
    const name = nameFor(term, names);
    if (name === undefined || (line.negated && !isThere(term, names))) return mapParts(term, put, asItIs);
    const assign: Literal = { kind: "assign", name, value: term };
    if (!fits(assign)) return term;
    names.taken.add(name);
    given.push(assign);
    return variable(name);
  };
  const short = mapLine(line, put, asItIs);
  return [...given, short];
}

const asItIs = (body: Body): Body => body;

function nameFor(term: Term, { taken }: Names): string | undefined {
  if (term.kind !== "call" || term.name !== "object.get") return undefined;
  const [, key] = term.args;
  const last = key?.kind === "array" ? key.items.at(-1) : key;
  if (last?.kind !== "scalar" || typeof last.value !== "string" || !/^[A-Za-z]\w*$/.test(last.value))
    return undefined;
  const name = snakeCase(last.value);
  return taken.has(name) ? undefined : name;
}

/** What a rule or a function gives may be undefined, and so is what is read of it: behind `not` that must not end the body. */
function isThere(term: Term, names: Names): boolean {
  if (term.kind === "var") return !names.global.has(term.name);
  if (term.kind === "array" || term.kind === "set") return term.items.every((item) => isThere(item, names));
  if (term.kind === "call" && term.name === "object.get")
    return term.args.every((arg) => isThere(arg, names));
  return term.kind === "scalar" || (term.kind === "object" && term.entries.length === 0);
}
