import type { Body, Literal, Rule } from "../syntax.js";
import { renameRule } from "./rename.js";

/** `policies := network_policies_in_namespace` is another name for the same: the lines read the one that there is. */
export function withoutAliases(rule: Rule): Rule {
  const aliases = aliasesIn(rule);
  const resolve = (name: string): string => {
    const meant = aliases.get(name);
    return meant === undefined ? name : resolve(meant);
  };
  for (const name of neededIn(rule, aliases)) aliases.delete(name);
  if ([...aliases.values()].every((meant) => meant === undefined)) return rule;
  const isAlias = (line: Literal): boolean => line.kind === "assign" && aliases.get(line.name) !== undefined;
  const without = (body: Body): Body => body.filter((line) => !isAlias(line));
  if (rule.kind === "contains") return renameRule({ ...rule, body: without(rule.body) }, resolve);
  return renameRule(
    { ...rule, ways: rule.ways.map((way) => ({ ...way, body: without(way.body) })) },
    resolve,
  );
}

/** Names of a way that is nothing but them, before another one: an `else` has to stand behind a body. */
function neededIn(rule: Rule, aliases: ReadonlyMap<string, string | undefined>): readonly string[] {
  const ways = rule.kind === "contains" ? [] : rule.ways.slice(0, -1);
  return ways.flatMap(({ body }) => {
    const names = body.flatMap((line) => (line.kind === "assign" ? [line.name] : []));
    const isNothingElse =
      names.length === body.length && names.every((name) => aliases.get(name) !== undefined);
    return isNothingElse ? names : [];
  });
}

/** The names that lines of the rule give, with the name that each stands for; nothing where it stands for more than a name. */
export function aliasesIn(rule: Rule): Map<string, string | undefined> {
  const bodies = rule.kind === "contains" ? [rule.body] : rule.ways.map((way) => way.body);
  const aliases = new Map<string, string | undefined>();
  for (const line of bodies.flat()) {
    if (line.kind !== "assign") continue;
    const meant = line.value.kind === "var" ? line.value.name : undefined;
    aliases.set(line.name, aliases.has(line.name) && aliases.get(line.name) !== meant ? undefined : meant);
  }
  return aliases;
}
