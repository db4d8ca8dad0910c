import { unnumbered } from "@policyc/ir";
import type { Rule } from "../syntax.js";
import { givenBy } from "../walk.js";
import { renameRule } from "./rename.js";

/**
 * Functions of two modules that have the same name and say the same, and helpers that say what a function of the
 * author's says, are one. What reads them may be the same only then.
 */
export function withoutTwins(rules: readonly Rule[], helpers: ReadonlySet<string>): readonly Rule[] {
  const known = new Map<string, Rule>();
  const meant = new Map<string, string>();
  const shapes = rules.map(shapeOf);
  for (const rule of rules) {
    const isWhole = rules.filter(({ name }) => name === rule.name).length === 1;
    // All of a rule takes longer to compare than its shape, in which nearly all differ.
    const shape = shapeOf(rule);
    const isAlone = shapes.indexOf(shape) === shapes.lastIndexOf(shape);
    const text = isWhole && !isAlone ? textOf(rule) : undefined;
    const first = text === undefined ? undefined : known.get(text);
    if (first === undefined) {
      if (text !== undefined) known.set(text, rule);
    } else if (isTwin(first, rule, helpers)) {
      meant.set(rule.name, first.name);
    }
  }
  if (meant.size === 0) return rules;
  const to = (name: string): string => meant.get(name) ?? name;
  const others = rules.filter(({ name }) => !meant.has(name));
  return withoutTwins(
    others.map((rule) => renameRule(rule, to)),
    helpers,
  );
}

function isTwin(first: Rule, second: Rule, helpers: ReadonlySet<string>): boolean {
  if (helpers.has(second.name)) return true;
  return unnumbered(first.name) === unnumbered(second.name) && first.comment === second.comment;
}

function shapeOf(rule: Rule): string {
  if (rule.kind === "contains") return rule.kind;
  const lines = rule.ways.map(({ body }) => body.map(({ kind }) => kind).join(" "));
  return [rule.args.length, ...lines].join("\n");
}

/** What the rule says and promises, whatever it and the names that it gives are called. */
function textOf(rule: Rule): string | undefined {
  if (rule.kind === "contains") return undefined;
  const position = new Map([...givenBy(rule)].map((name, at) => [name, at]));
  const { name: _, comment: __, ...said } = rule;
  const renamed = renameRule({ ...said, name: "" }, (name) =>
    position.has(name) ? `$${position.get(name)}` : name,
  );
  // JSON has no numbers beyond 2^53.
  return JSON.stringify(renamed, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}
