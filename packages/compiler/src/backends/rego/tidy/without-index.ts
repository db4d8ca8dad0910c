import { type Body, infix, type Literal, type Rule, type Term } from "../syntax.js";
import { freeVariablesOf, freeVariablesOfLiteral, partsOf } from "../walk.js";
import { mapLine, mapParts, mapWays } from "./map-parts.js";

/**
 * OPA evaluates a comprehension of a rule once for all values of a variable around it that it compares something with, `d.name == name`.
 * It sees no other variable that only a comprehension inside, or an `every`, reads of what is around both, `not c.stdin`, and takes the first
 * value of that one for all (`comprehensionIndexNestedCandidateVisitor` of OPA's compiler skips the heads of references).
 * `name in [d.name]` says the same, and OPA has it as a question, by which it does not index.
 */
export function withoutWrongIndex(rule: Rule, rules: ReadonlySet<string>): Rule {
  const inside = (term: Term): Term => {
    const mapped = mapParts(term, inside, bodyInside);
    if (mapped.kind !== "comprehension" && mapped.kind !== "mapping") return mapped;
    const around = new Set([...freeVariablesOf(mapped)].filter((name) => !rules.has(name)));
    const heads = mapped.kind === "mapping" ? [mapped.key, mapped.value] : [mapped.head];
    return isIndexedWrongly({ body: mapped.body, heads, around })
      ? { ...mapped, body: mapped.body.map((line) => asQuestion(line, around)) }
      : mapped;
  };
  const bodyInside = (body: Body): Body => body.map((line) => mapLine(line, inside, bodyInside));
  return mapWays(rule, ({ value, body, ...way }) => ({
    ...way,
    body: bodyInside(body),
    ...(value === undefined ? {} : { value: inside(value) }),
  }));
}

interface Closure {
  readonly body: Body;
  readonly heads: readonly Term[];
  /** What it reads of the rule around it. */
  readonly around: ReadonlySet<string>;
}

function isIndexedWrongly({ body, heads, around }: Closure): boolean {
  if (!body.some((line) => comparedIn(line, around) !== undefined)) return false;
  const isOver = heads.some((head) => hasClosure(head, around));
  return (
    (isOver || body.some((line) => hasClosureOver(line, around))) &&
    !body.some((line) => readsOutright(line, around))
  );
}

/** `part == name`, of which `name` is around the comprehension. */
function comparedIn(line: Literal, around: ReadonlySet<string>): readonly [Term, Term] | undefined {
  if (line.kind !== "expr" || line.negated || line.term.kind !== "infix") return undefined;
  const { operator, left, right } = line.term;
  if (operator !== "==") return undefined;
  if (isUnified(right, around)) return [right, left];
  return isUnified(left, around) ? [left, right] : undefined;
}

function asQuestion(line: Literal, around: ReadonlySet<string>): Literal {
  const compared = comparedIn(line, around);
  if (line.kind !== "expr" || compared === undefined) return line;
  const [name, part] = compared;
  return { ...line, term: infix("in", name, { kind: "array", items: [part] }) };
}

/** What OPA could find a value of by taking the comparison apart. */
function isUnified(term: Term, around: ReadonlySet<string>): boolean {
  if (term.kind === "array") return term.items.some((item) => isUnified(item, around));
  return term.kind === "var" && around.has(term.name);
}

function hasClosureOver(line: Literal, around: ReadonlySet<string>): boolean {
  if (line.kind === "every") return isAmong(freeVariablesOfLiteral(line), around);
  return termsOf(line).some((term) => hasClosure(term, around));
}

function hasClosure(term: Term, around: ReadonlySet<string>): boolean {
  return closuresIn(term).some((one) => isAmong(freeVariablesOf(one), around));
}

/** Does the line read a variable that must have its value before, other than in a closure? OPA knows that it cannot index then. */
function readsOutright(line: Literal, around: ReadonlySet<string>): boolean {
  if (comparedIn(line, around) === undefined) return termsOf(line).some((term) => isRead(term, around));
  return termsOf(line).some((term) =>
    partsOf(term).some((part) => !isUnified(part, around) && isRead(part, around)),
  );
}

function isRead(term: Term, around: ReadonlySet<string>): boolean {
  if (term.kind === "var") return around.has(term.name);
  return !isClosure(term) && partsOf(term).some((part) => isRead(part, around));
}

function closuresIn(term: Term): readonly Term[] {
  return isClosure(term) ? [term] : partsOf(term).flatMap(closuresIn);
}

function isClosure({ kind }: Term): boolean {
  return kind === "comprehension" || kind === "mapping";
}

function isAmong(names: ReadonlySet<string>, around: ReadonlySet<string>): boolean {
  return [...names].some((name) => around.has(name));
}

function termsOf(line: Literal): readonly Term[] {
  if (line.kind === "expr") return [line.term];
  return [line.kind === "assign" ? line.value : line.over];
}
