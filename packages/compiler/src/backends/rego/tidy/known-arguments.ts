import { numbered } from "@policyc/ir";
import { type Body, type Literal, type Rule, type Term, variable } from "../syntax.js";
import { namesIn, readsOf } from "../walk.js";
import { mapLine, mapParts } from "./map-parts.js";

type Comprehension = Extract<Term, { kind: "comprehension" }>;
type FunctionRule = Extract<Rule, { kind: "function" }>;

/**
 * OPA's type checker knows nothing of a function's arguments in what a comprehension makes, and takes that for a
 * mistake where an element is read by its position: `[{"says": text} | …][1].says`. There the comprehension has a name
 * of its own for the argument.
 */
export function withKnownArguments(rule: FunctionRule): FunctionRule {
  if (rule.args.length === 0) return rule;
  const taken = new Set(namesIn(rule));
  const named = (list: Comprehension): Comprehension => {
    const args = new Set(argumentsIn(list.head, rule.args));
    const names = new Map([...args].map((arg) => [arg, numbered(arg, (name) => taken.has(name))]));
    for (const name of names.values()) taken.add(name);
    const given = [...names].map(([arg, name]): Literal => ({ kind: "assign", name, value: variable(arg) }));
    return given.length === 0
      ? list
      : { ...list, head: renamed(list.head, names), body: [...list.body, ...given] };
  };
  const put = (term: Term): Term => {
    const inner = mapParts(term, put, putIn);
    return inner.kind === "ref" && inner.base.kind === "comprehension"
      ? { ...inner, base: named(inner.base) }
      : inner;
  };
  const putIn = (body: Body): Body => body.map((line) => mapLine(line, put, putIn));
  const ways = rule.ways.map(({ body, value, ...way }) => {
    const isLookedInto = (name: string): boolean =>
      readsOf(name, body, value === undefined ? [] : [value]).some(({ kind }) => kind === "ref");
    const lines = putIn(body).map((line) =>
      line.kind === "assign" && line.value.kind === "comprehension" && isLookedInto(line.name)
        ? { ...line, value: named(line.value) }
        : line,
    );
    return { ...way, body: lines, ...(value === undefined ? {} : { value: put(value) }) };
  });
  return { ...rule, ways };
}

/** Those that stand in the head as they are, also as a part of a record or a list. */
function argumentsIn(head: Term, args: readonly string[]): readonly string[] {
  if (head.kind === "var") return args.includes(head.name) ? [head.name] : [];
  if (head.kind === "array") return head.items.flatMap((item) => argumentsIn(item, args));
  return head.kind === "object" ? head.entries.flatMap(([, value]) => argumentsIn(value, args)) : [];
}

function renamed(head: Term, names: ReadonlyMap<string, string>): Term {
  if (head.kind === "var") return { ...head, name: names.get(head.name) ?? head.name };
  const inner = (term: Term): Term => renamed(term, names);
  return head.kind === "array" || head.kind === "object" ? mapParts(head, inner, (body) => body) : head;
}
