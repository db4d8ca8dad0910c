import { snakeCase } from "../naming.js";
import type { Body, Literal, Rule, Term, Way } from "../syntax.js";
import { namesIn, readsOf, variablesOf } from "../walk.js";
import { mapWays } from "./map-parts.js";
import { nameInPlace } from "./name-in-place.js";
import { isSame } from "./same.js";

type Reference = Extract<Term, { kind: "ref" }>;

/**
 * `container.securityContext.seccompProfile.type` on a line of its own asks whether it is there. Where it is then read
 * again and again, the line gives it a name, after its last field, that no rule and nothing else has.
 */
export function withNamedReads(rules: readonly Rule[]): readonly Rule[] {
  const global = new Set(rules.map(({ name }) => name));
  return rules.map((rule) => {
    const taken = new Set([...global, ...namesIn(rule)]);
    return mapWays(rule, (way) => named(way, taken));
  });
}

function named(way: Way, taken: ReadonlySet<string>): Way {
  for (const line of way.body) {
    if (line.kind !== "expr" || line.presence !== true || line.negated || line.term.kind !== "ref") continue;
    const written = withName(line, line.term, way, taken);
    if (written !== way) return named(withoutStep(written, line.term), taken);
  }
  return way;
}

/** `pod := pod_spec.securityContext` for the sake of the name that has just been given is a part of what that reads. */
function withoutStep(way: Way, read: Reference): Way {
  const base = baseOf(read);
  const step = way.body.find((line) => line.kind === "assign" && line.name === base);
  if (
    base === undefined ||
    step?.kind !== "assign" ||
    (step.value.kind !== "ref" && step.value.kind !== "var")
  )
    return way;
  const others = way.body.filter((line) => line !== step);
  const [, second] = readsOf(base, others, way.value === undefined ? [] : [way.value]);
  if (second !== undefined) return way;
  const whole = (term: Term): Term =>
    term.kind === "ref"
      ? { ...term, base: whole(term.base) }
      : term.kind === "var" && term.name === base
        ? step.value
        : term;
  return {
    ...way,
    body: others.map((line) =>
      line.kind === "assign" && isSame(line.value, read) ? { ...line, value: whole(line.value) } : line,
    ),
  };
}

/** The name that a path begins with. */
function baseOf(term: Term): string | undefined {
  if (term.kind === "ref") return baseOf(term.base);
  return term.kind === "var" ? term.name : undefined;
}

function withName(asked: Literal, read: Reference, way: Way, taken: ReadonlySet<string>): Way {
  const position = way.body.indexOf(asked);
  const name = nameOf(read);
  if (position < 0 || name === undefined || taken.has(name) || variablesOf(read).has(name)) return way;
  const { inTerm, inBody, times } = nameInPlace(name, read);
  const below = inBody(way.body.slice(position + 1));
  const value = way.value === undefined ? {} : { value: inTerm(way.value) };
  if (times() < 2 || boundAround(way.body, name)) return way;
  const bound: Literal = { kind: "assign", name, value: read };
  return { ...way, ...value, body: [...way.body.slice(0, position), bound, ...below] };
}

function boundAround(body: Body, name: string): boolean {
  return body.some(
    (line) => line.kind !== "expr" && (line.name === name || ("key" in line && line.key === name)),
  );
}

/** After the last field: `type`, `storage_class_name`. */
function nameOf({ key }: Reference): string | undefined {
  const field = key.kind === "scalar" && typeof key.value === "string" ? key.value : undefined;
  return field === undefined || !/^[A-Za-z]\w*$/.test(field) ? undefined : snakeCase(field);
}
