import { unnumbered } from "@policyc/ir";
import { isByPosition } from "../lower/helper-names.js";
import { snakeCase } from "../naming.js";
import type { Rule } from "../syntax.js";
import { namesIn } from "../walk.js";
import { aliasesIn } from "./aliases.js";
import { renameRule } from "./rename.js";

/** Names that the compiler gives to what an author gave none. */
const madeUp: ReadonlySet<string> = new Set(["value", "found", "message", "element", "entry"]);

/**
 * A rule of ours that is called after a position, `first_of_containers`, takes the name that the author gives it, where
 * that is the same everywhere. Names that say what is read stay: they say more.
 */
export function namedByAliases(
  helpers: readonly Rule[],
  written: readonly Rule[],
): ReadonlyMap<string, string> {
  const wanted = new Map<string, Set<string>>(
    helpers.flatMap(({ name }) => (isByPosition(name) ? [[name, new Set<string>()] as const] : [])),
  );
  for (const rule of written)
    for (const [alias, meant] of aliasesIn(rule)) if (meant !== undefined) wanted.get(meant)?.add(alias);
  return new Map(
    [...wanted].flatMap(([name, [alias, another]]) => {
      const stem = alias === undefined ? undefined : unnumbered(alias);
      if (stem === undefined || another !== undefined || madeUp.has(stem)) return [];
      // `some_2` can do without its number no more than a rule can be called `some`.
      return snakeCase(stem) === stem ? [[name, stem] as const] : [];
    }),
  );
}

/** The rules under their new names, where nothing else has that name. */
export function renamedRules(rules: readonly Rule[], names: ReadonlyMap<string, string>): readonly Rule[] {
  const taken = new Set(rules.flatMap((rule) => [rule.name, ...namesIn(rule)]));
  const given = new Map<string, string>();
  for (const [name, wanted] of names) {
    if (taken.has(wanted)) continue;
    taken.add(wanted);
    given.set(name, wanted);
  }
  const to = (name: string): string => given.get(name) ?? name;
  return given.size === 0 ? rules : rules.map((rule) => ({ ...renameRule(rule, to), name: to(rule.name) }));
}
