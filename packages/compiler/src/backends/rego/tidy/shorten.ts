import { unnumbered } from "@policyc/ir";
import { snakeCase } from "../naming.js";
import type { Rule } from "../syntax.js";
import { namesIn, namesOutside, scopesIn } from "../walk.js";
import { renameRule } from "./rename.js";

/**
 * Names carry a number where a policy uses them twice; a rule that has only one of them can do without, and so can one
 * of its definitions, or of two lists that are made apart. The names of rules themselves stay: they are said elsewhere too.
 */
export function shortenAll(rules: readonly Rule[]): readonly Rule[] {
  const global = new Set(rules.map((rule) => rule.name));
  return rules.map((rule) => shortenInside(shortenWays(shorten(rule, global), global), global));
}

function shorten(rule: Rule, kept: ReadonlySet<string>): Rule {
  const taken = namesIn(rule);
  const short = new Map<string, string>();
  for (const name of taken) {
    const stem = stemOf(name);
    const isFree = stem !== undefined && !taken.has(stem) && !kept.has(stem) && !kept.has(name);
    if (isFree && ![...short.values()].includes(stem)) short.set(name, stem);
  }
  return renamed(rule, short);
}

/** Names of each definition for itself; the arguments belong to all. */
function shortenWays(rule: Rule, global: ReadonlySet<string>): Rule {
  if (rule.kind === "contains") return rule;
  const kept = new Set([...global, ...rule.args]);
  const ways = rule.ways.flatMap((way) => {
    const alone = shorten({ ...rule, ways: [way] }, kept);
    return alone.kind === "function" ? alone.ways : [];
  });
  return { ...rule, ways };
}

/** Names that only one comprehension or `every` has, where the name without its number is only in others. */
function shortenInside(rule: Rule, global: ReadonlySet<string>): Rule {
  const outside = namesOutside(rule);
  const scopes = scopesIn(rule);
  const short = new Map<string, string>();
  for (const [position, names] of scopes.entries()) {
    const others = scopes.filter((_, other) => other !== position);
    for (const name of names) {
      const stem = stemOf(name);
      const isOwn = !outside.has(name) && !others.some((other) => other.has(name)) && !global.has(name);
      const isFree = stem !== undefined && !outside.has(stem) && !names.has(stem) && !global.has(stem);
      const isGiven = [...names].some((other) => short.get(other) === stem);
      if (isOwn && isFree && !isGiven) short.set(name, stem);
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
