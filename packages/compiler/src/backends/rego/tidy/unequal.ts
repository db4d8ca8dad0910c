import { type Body, infix, type Literal, not, set, type Term } from "../syntax.js";
import { mapLine, mapParts } from "./map-parts.js";
import { isSame } from "./same.js";

/**
 * `profile != "a"` and `profile != "b"` are `not profile in {"a", "b"}`, as `profile in {"a", "b"}` is said of one of them.
 * Of what is there in any case: of nothing the first is not true, and the second is.
 */
export function withOneTestOfUnequal(body: Body, args: readonly string[] = []): Body {
  const isThere = (term: Term): boolean =>
    term.kind === "var" ? args.includes(term.name) || boundIn(body).includes(term.name) : isKind(term);
  const inside = (term: Term): Term => mapParts(term, inside, bodyInside);
  const bodyInside = (one: Body): Body => withOneTestOfUnequal(one, [...args, ...boundIn(body)]);
  const lines: Literal[] = [];
  for (const written of body) {
    const line = mapLine(written, inside, bodyInside);
    const last = lines.at(-1);
    const excluded = excludedBy(line);
    const before = last === undefined ? undefined : excludedBy(last);
    const isSameValue = excluded !== undefined && before !== undefined && isSame(excluded.of, before.of);
    if (isSameValue && isThere(excluded.of))
      lines.splice(-1, 1, not(infix("in", excluded.of, set([...before.items, ...excluded.items]))));
    else lines.push(line);
  }
  return lines;
}

interface Excluded {
  readonly of: Term;
  readonly items: readonly Term[];
}

function excludedBy(line: Literal): Excluded | undefined {
  if (line.kind !== "expr" || line.term.kind !== "infix") return undefined;
  const { operator, left, right } = line.term;
  if (!line.negated) return operator === "!=" && isWord(right) ? { of: left, items: [right] } : undefined;
  return operator === "in" && right.kind === "set" ? { of: left, items: right.items } : undefined;
}

function isWord(term: Term): boolean {
  return term.kind === "scalar" && (typeof term.value === "string" || typeof term.value === "number");
}

/** Loops and assignments bind nothing that is not there. */
function boundIn(body: Body): readonly string[] {
  return body.flatMap((line) => {
    if (line.kind === "expr") return [];
    return line.kind === "assign" || line.key === undefined ? [line.name] : [line.key, line.name];
  });
}

/** Every object has its kind. */
function isKind(term: Term): boolean {
  return isSame(term, kind);
}

const kind: Term = ["review", "object", "kind"].reduce<Term>(
  (base, key) => ({ kind: "ref", base, key: { kind: "scalar", value: key } }),
  { kind: "var", name: "input" },
);
