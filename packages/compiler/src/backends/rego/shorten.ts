import { unnumbered } from "@policyc/ir";
import { snakeCase } from "./naming.js";
import { renameRule } from "./rename.js";
import type { Rule } from "./syntax.js";
import { comprehensionsIn, namesIn, namesOutside, variablesOf } from "./walk.js";

/**
 * Names carry a number where a policy uses them twice; a rule that has only one of them can do without, and so can one
 * of two lists that are made apart. The names of rules themselves stay: they are said elsewhere too.
 */
export function shortenAll(rules: readonly Rule[]): readonly Rule[] {
  const global = new Set(rules.map((rule) => rule.name));
  return rules.map((rule) => shortenInside(shorten(rule, global), global));
}

function shorten(rule: Rule, global: ReadonlySet<string>): Rule {
  const taken = namesIn(rule);
  const short = new Map<string, string>();
  for (const name of taken) {
    const stem = stemOf(name);
    const isFree = stem !== undefined && !taken.has(stem) && !global.has(stem) && !global.has(name);
    if (isFree && ![...short.values()].includes(stem)) short.set(name, stem);
  }
  return renamed(rule, short);
}

/** Names that only one comprehension has, where the name without its number is only in others. */
function shortenInside(rule: Rule, global: ReadonlySet<string>): Rule {
  const outside = namesOutside(rule);
  const lists = comprehensionsIn(rule).map((list) => variablesOf(list));
  const short = new Map<string, string>();
  for (const [position, names] of lists.entries()) {
    const others = lists.filter((_, other) => other !== position);
    for (const name of names) {
      const stem = stemOf(name);
      const isOwn = !outside.has(name) && !others.some((other) => other.has(name)) && !global.has(name);
      if (stem !== undefined && isOwn && !outside.has(stem) && !names.has(stem) && !global.has(stem))
        short.set(name, stem);
    }
  }
  return renamed(rule, short);
}

/** `container` for `container_2`. */
function stemOf(name: string): string | undefined {
  const stem = unnumbered(name);
  return stem !== name && snakeCase(stem) === stem ? stem : undefined;
}

function renamed(rule: Rule, short: ReadonlyMap<string, string>): Rule {
  return short.size === 0 ? rule : renameRule(rule, (name) => short.get(name) ?? name);
}

/** Rules of our own were named while the names of variables were not yet settled: those that can do without a suffix do. */
export function shortenHelpers(rules: readonly Rule[], helpers: readonly Rule[]): readonly Rule[] {
  const all = [...rules, ...helpers];
  const taken = new Set(all.flatMap((rule) => [rule.name, ...namesIn(rule)]));
  const short = new Map<string, string>();
  for (const { name } of helpers) {
    const stem = name.replace(/(_of|_\d+)$/, "");
    if (stem === name || snakeCase(stem) !== stem || taken.has(stem)) continue;
    taken.add(stem);
    short.set(name, stem);
  }
  const to = (name: string): string => short.get(name) ?? name;
  return all.map((rule) => ({ ...renamed(rule, short), name: to(rule.name) }));
}
