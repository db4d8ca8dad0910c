import { renameRule } from "./rename.js";
import type { Body, Literal, Rule } from "./syntax.js";

/** `policies := network_policies_in_namespace` is another name for the same: the lines read the one that there is. */
export function withoutAliases(rule: Rule): Rule {
  const aliases = aliasesIn(rule);
  const resolve = (name: string): string => {
    const meant = aliases.get(name);
    return meant === undefined ? name : resolve(meant);
  };
  if ([...aliases.values()].every((meant) => meant === undefined)) return rule;
  const isAlias = (line: Literal): boolean => line.kind === "assign" && aliases.get(line.name) !== undefined;
  const without = (body: Body): Body => body.filter((line) => !isAlias(line));
  if (rule.kind === "contains") return renameRule({ ...rule, body: without(rule.body) }, resolve);
  return renameRule(
    { ...rule, ways: rule.ways.map((way) => ({ ...way, body: without(way.body) })) },
    resolve,
  );
}

/** The names that lines of the rule give, with the name that each stands for; nothing where it stands for more than a name. */
export function aliasesIn(rule: Rule): ReadonlyMap<string, string | undefined> {
  const bodies = rule.kind === "contains" ? [rule.body] : rule.ways.map((way) => way.body);
  const aliases = new Map<string, string | undefined>();
  for (const line of bodies.flat()) {
    if (line.kind !== "assign") continue;
    const meant = line.value.kind === "var" ? line.value.name : undefined;
    aliases.set(line.name, aliases.has(line.name) && aliases.get(line.name) !== meant ? undefined : meant);
  }
  return aliases;
}
