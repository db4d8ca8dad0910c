import { snakeCase } from "../naming.js";
import { isOneLine, printLiteral } from "../print/lines.js";
import { type Body, type Literal, type Rule, type Term, variable, type Way } from "../syntax.js";
import { callsIn, namesIn } from "../walk.js";
import { mapLine, mapParts, mapWays } from "./map-parts.js";
import { nameInPlace } from "./name-in-place.js";

/**
 * A test that would take several lines gives names to the reads in it that something stands in for, after their last
 * fields: `timeout_seconds > period_seconds`, where each is `object.get(container, ["livenessProbe", "…"], 1)`.
 */
export function withNamedFallbacks(rules: readonly Rule[]): readonly Rule[] {
  const global = new Set(rules.map(({ name }) => name));
  return rules.map((rule) => {
    if (!callsIn(rule).has("object.get")) return rule;
    const taken = [...global, ...namesIn(rule)];
    return mapWays(rule, (way) => inWay(way, { global, taken: new Set(taken) }));
  });
}

type Assign = Extract<Literal, { kind: "assign" }>;

interface Names {
  readonly global: ReadonlySet<string>;
  readonly taken: Set<string>;
}

/** What has a name is read by it in all that follows. */
function inWay(way: Way, names: Names): Way {
  const lines: Literal[] = [];
  let { body: below, value } = way;
  for (let [line] = below; line !== undefined; [line] = below) {
    below = below.slice(1);
    if (line.kind !== "expr" || fits(line)) {
      lines.push(inEvery(line, names));
      continue;
    }
    const given = named(line, names);
    lines.push(...given.lines);
    for (const read of given.reads) {
      const { inBody, inTerm } = nameInPlace(read.name, read.value);
      below = inBody(below);
      value = value && inTerm(value);
    }
  }
  return { ...way, body: lines, ...(value === undefined ? {} : { value }) };
}

function inEvery(line: Literal, names: Names): Literal {
  return line.kind === "every" ? { ...line, body: inWay({ body: line.body }, names).body } : line;
}

function fits(line: Literal): boolean {
  return isOneLine(printLiteral(line, { depth: 1, width: 110 }));
}

interface Named {
  readonly lines: Body;
  readonly reads: readonly Assign[];
}

function named(line: Extract<Literal, { kind: "expr" }>, names: Names): Named {
  const reads: Assign[] = [];
  const put = (term: Term): Term => {
    // What is read inside of a comprehension may be of its own names.
    if (term.kind === "comprehension" || term.kind === "mapping") return term;
    const name = nameFor(term, names);
    if (name === undefined || (line.negated && !isThere(term, names))) return mapParts(term, put, asItIs);
    const assign: Assign = { kind: "assign", name, value: term };
    if (!fits(assign)) return term;
    names.taken.add(name);
    reads.push(assign);
    return variable(name);
  };
  const short = mapLine(line, put, asItIs);
  return { lines: [...reads, short], reads };
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
