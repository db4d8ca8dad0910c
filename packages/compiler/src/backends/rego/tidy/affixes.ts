import { type Body, callTerm, type Term, type Way } from "../syntax.js";
import { mapLine, mapParts } from "./map-parts.js";

/** What a body has found that a text begins or ends with. */
interface Affix {
  readonly at: "start" | "end";
  readonly of: string;
  readonly text: Term & { readonly kind: "scalar" };
  /** In code points, as Rego counts. */
  readonly length: number;
}

/** After `endswith(entry, "*")` what stands before the star is `trim_suffix(entry, "*")`: in the body, and in what it gives. */
export function withTrimmedAffixes({ body, value }: Way): Way {
  const trimmed = withinBody(body, []);
  return value === undefined
    ? { body: trimmed }
    : { body: trimmed, value: withinTerm(value, body.flatMap(affixIn)) };
}

type Line = Body[number];

function affixIn(line: Line): readonly Affix[] {
  if (line.kind !== "expr" || line.negated || line.term.kind !== "call") return [];
  const { name, args } = line.term;
  const [of, text] = args;
  if (of === undefined || text?.kind !== "scalar" || typeof text.value !== "string") return [];
  if (name !== "startswith" && name !== "endswith") return [];
  const at = name === "startswith" ? "start" : "end";
  return [{ at, of: JSON.stringify(of), text, length: [...text.value].length }];
}

function withinLine(line: Line, affixes: readonly Affix[]): Line {
  return mapLine(
    line,
    (term) => withinTerm(term, affixes),
    (body) => withinBody(body, affixes),
  );
}

/** A body inside of another knows what that one has found. */
function withinBody(body: Body, outer: readonly Affix[]): Body {
  const affixes = [...outer, ...body.flatMap(affixIn)];
  return body.map((line) => withinLine(line, affixes));
}

function withinTerm(term: Term, affixes: readonly Affix[]): Term {
  const inner = mapParts(
    term,
    (part) => withinTerm(part, affixes),
    (body) => withinBody(body, affixes),
  );
  if (inner.kind !== "call" || inner.name !== "substring") return inner;
  const [of, start, length] = inner.args;
  if (of === undefined || start === undefined || length === undefined) return inner;
  const whole = JSON.stringify(of);
  const affix = affixes.find(
    (one) =>
      one.of === whole &&
      (one.at === "start" ? isBehind(one, start, length) : isBefore(one, of, start, length)),
  );
  if (affix === undefined) return inner;
  return callTerm(affix.at === "start" ? "trim_prefix" : "trim_suffix", of, affix.text);
}

/** `substring(of, 1, -1)` */
function isBehind(affix: Affix, start: Term, length: Term): boolean {
  return isNumber(start, affix.length) && isNumber(length, -1);
}

/** `substring(of, 0, max([0, count(of) - 1]))` */
function isBefore(affix: Affix, of: Term, start: Term, length: Term): boolean {
  const before = callTerm("max", { kind: "array", items: [zero, lessBy(of, affix.length)] });
  return isNumber(start, 0) && JSON.stringify(length) === JSON.stringify(before);
}

const zero: Term = { kind: "scalar", value: 0 };

function lessBy(of: Term, by: number): Term {
  return {
    kind: "infix",
    operator: "-",
    left: callTerm("count", of),
    right: { kind: "scalar", value: by },
  };
}

function isNumber(term: Term, value: number): boolean {
  return term.kind === "scalar" && term.value === value;
}
