import { canBeNegated } from "../lower/definedness.js";
import {
  type Body,
  defined,
  expr,
  type Literal,
  not,
  type Rule,
  scalar,
  type Term,
  variable,
  type Way,
} from "../syntax.js";
import { readsOf } from "../walk.js";
import { besideArguments } from "./beside-arguments.js";
import { mapLine, mapParts } from "./map-parts.js";
import { askedFor, isNull } from "./nulls.js";
import { isSame } from "./same.js";

type FunctionRule = Extract<Rule, { kind: "function" }>;

/**
 * A rule that gives `null` where nothing is found gives nothing there, as a person writes it, where nobody takes the
 * `null` for a value: each reader asks for it first, or compares it with something else.
 */
export function withPartialRules(rules: readonly Rule[]): readonly Rule[] {
  const partial = new Map(
    rules.flatMap((rule) =>
      rule.kind === "function" && waysToValues(rule) !== undefined ? [[rule.name, rule] as const] : [],
    ),
  );
  for (;;) {
    if (partial.size === 0) return rules;
    const readers = new Readers(partial);
    const written = rules.map((rule) => readers.rule(rule));
    if (readers.refused.size === 0) return written;
    for (const name of readers.refused) partial.delete(name);
  }
}

/** The ways that give something, of a rule that gives `null` where none of them does. */
function waysToValues(rule: FunctionRule): readonly Way[] | undefined {
  if (rule.neverNull === undefined) return undefined;
  if (endsInNull(rule)) return rule.ways.slice(0, -1);
  const [first, second, third] = rule.ways;
  const [test, other] = first?.body ?? [];
  if (!isNull(first?.value) || isNull(second?.value) || second?.body.length !== 0 || third !== undefined)
    return undefined;
  if (test?.kind !== "expr" || other !== undefined || !canBeNegated(test.term)) return undefined;
  const { term, negated } = test;
  const isEquality = term.kind === "infix" && term.operator === "==" && term.left.kind === "var";
  const instead: Literal =
    isEquality && !negated ? expr({ ...term, operator: "!=" }) : { ...test, negated: !negated };
  return [{ ...second, body: [instead] }];
}

function endsInNull({ ways }: FunctionRule): boolean {
  const last = ways.at(-1);
  return ways.length > 1 && isNull(last?.value) && last?.body.length === 0;
}

const nothing: Way = { value: scalar(null), body: [] };

/** Rewrites what reads the rules that give nothing, and keeps the names of those that it cannot do without the `null`. */
class Readers {
  readonly refused = new Set<string>();
  readonly #partial: ReadonlyMap<string, FunctionRule>;

  constructor(partial: ReadonlyMap<string, FunctionRule>) {
    this.#partial = partial;
  }

  rule(rule: Rule): Rule {
    if (rule.kind === "contains")
      return { ...rule, body: this.#body(rule.body, [rule.element]), element: this.#term(rule.element) };
    const those = waysToValues(rule);
    if (those === undefined || !(this.#partial.has(rule.name) || endsInNull(rule)))
      return { ...rule, ways: this.#ways(rule.args, rule.ways) };
    const ways = besideArguments(rule.args, this.#withoutNull(those));
    if (!this.#partial.has(rule.name)) return { ...rule, ways: [...ways, nothing] };
    if (ways.some(({ value }) => isNull(value))) this.refused.add(rule.name);
    const [only, second] = ways;
    return { ...rule, ways: only === undefined || second !== undefined ? ways : [inHead(only)] };
  }

  #ways(args: readonly string[], ways: readonly Way[]): readonly Way[] {
    return besideArguments(
      args,
      ways.map((way) => this.#way(way)),
    );
  }

  /** Ways behind one for the `null` of another rule: they fail where that gives nothing, since they read it. */
  #withoutNull(ways: readonly Way[]): readonly Way[] {
    const [first, ...others] = ways;
    const asked = first === undefined || !isNull(first.value) ? undefined : this.#askedForNothing(first.body);
    const isRead = others.every(({ body }) =>
      body.some((line) => line.kind === "assign" && isSame(line.value, asked)),
    );
    if (asked === undefined || others.length === 0 || !isRead) return ways.map((way) => this.#way(way));
    return others.map((way) => this.#way(way, asked));
  }

  /** `found := rule(x); found == null`, and nothing else. */
  #askedForNothing([assign, test, other]: Body): Term | undefined {
    if (assign?.kind !== "assign" || test === undefined || other !== undefined) return undefined;
    return this.#isPartial(assign.value) && isSame(askedFor("==", test), variable(assign.name))
      ? assign.value
      : undefined;
  }

  #way({ value, body }: Way, known?: Term): Way {
    if (value === undefined) return { body: this.#body(body, [], known) };
    const presence = this.#isPartial(value)
      ? body.find((line) => isSame(askedFor("!=", line), value))
      : undefined;
    if (presence === undefined) return { value: this.#term(value), body: this.#body(body, [value], known) };
    const found: Literal = { kind: "assign", name: "found", value: this.#inside(value) };
    const others = body.filter((line) => line !== presence);
    if (readsOf("found", others, [value]).length > 0) this.#refuse(value);
    return { value: variable("found"), body: [...this.#body(others, [value], known), found] };
  }

  /** Where a value stands that `known` is, there is one. */
  #body(body: Body, heads: readonly Term[], known?: Term): Body {
    const dropped = new Set<number>();
    const lines = body.map((line): Literal => {
      if (line.kind !== "assign" || !this.#isPartial(line.value)) return this.#line(line);
      const value = this.#inside(line.value);
      const isAsked = (operator: "==" | "!=") => (other: Literal) =>
        isSame(askedFor(operator, other), variable(line.name));
      const presence = body.findIndex(isAsked("!="));
      const absence = body.findIndex(isAsked("=="));
      if (presence >= 0) {
        dropped.add(presence);
        // A name that nobody else reads goes, and with it what it asked.
        if (isReadOnce(line.name, body, heads)) {
          if (this.#canBeAsked(line.value)) return defined(value);
          this.#refuse(line.value);
        }
      } else if (absence >= 0 && this.#canBeAsked(line.value) && isReadOnce(line.name, body, heads)) {
        dropped.add(absence);
        return not(value);
      } else if (
        !isSame(line.value, known) &&
        !body.some((other) => isSame(comparedWithValue(other)?.left, variable(line.name)))
      ) {
        this.#refuse(line.value);
      }
      return { kind: "assign", name: line.name, value };
    });
    return lines.filter((_, position) => !dropped.has(position));
  }

  #line(line: Literal): Literal {
    const present = askedFor("!=", line);
    const absent = askedFor("==", line);
    if (present !== undefined && this.#canBeAsked(present)) return defined(this.#inside(present));
    if (absent !== undefined && this.#canBeAsked(absent)) return not(this.#inside(absent));
    const compared = comparedWithValue(line);
    if (compared !== undefined && this.#isPartial(compared.left))
      return expr({ ...compared, left: this.#inside(compared.left) });
    return mapLine(
      line,
      (term) => this.#term(term),
      (body, heads) => this.#body(body, heads),
    );
  }

  /** What may be `false` is there all the same, which a reference would not say. */
  #canBeAsked(term: Term): boolean {
    return this.#isPartial(term) && this.#ruleOf(term)?.neverFalse === true;
  }

  /** A term that has to be defined. */
  #term(term: Term): Term {
    if (this.#isPartial(term)) this.#refuse(term);
    return this.#inside(term);
  }

  #inside(term: Term): Term {
    return mapParts(
      term,
      (part) => this.#term(part),
      (body, heads) => this.#body(body, heads),
    );
  }

  #refuse(term: Term): void {
    const rule = this.#ruleOf(term);
    if (rule !== undefined) this.refused.add(rule.name);
  }

  #isPartial(term: Term): boolean {
    return this.#ruleOf(term) !== undefined;
  }

  #ruleOf(term: Term): FunctionRule | undefined {
    return term.kind === "call" || term.kind === "var" ? this.#partial.get(term.name) : undefined;
  }
}

function isReadOnce(name: string, body: Body, heads: readonly Term[]): boolean {
  return readsOf(name, body, heads).length === 1;
}

/** `found` in `found := xs[0]` has nothing to say where the rule has one value only. */
function inHead({ value, body }: Way): Way {
  const last = body.at(-1);
  if (value?.kind !== "var" || last?.kind !== "assign" || last.name !== value.name)
    return { ...(value === undefined ? {} : { value }), body };
  return { value: last.value, body: body.slice(0, -1) };
}

/** `x == "a"`: what is nothing equals no text, and no number, as `null` does. */
function comparedWithValue(line: Literal): Extract<Term, { kind: "infix" }> | undefined {
  if (line.kind !== "expr" || line.negated || line.term.kind !== "infix") return undefined;
  const { operator, right } = line.term;
  return operator === "==" && right.kind === "scalar" && right.value !== null ? line.term : undefined;
}
