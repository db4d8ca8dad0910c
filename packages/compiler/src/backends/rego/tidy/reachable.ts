import type { Rule } from "../syntax.js";
import { callsIn, namesIn } from "../walk.js";

/** The rules that a violation reads, directly or not: a helper goes where its line was written in another way. */
export function reachable(rules: readonly Rule[]): readonly Rule[] {
  const read = new Set<string>();
  const visit = (rule: Rule): void => {
    const names = new Set([...namesIn(rule), ...callsIn(rule)]);
    for (const next of rules) {
      if (!names.has(next.name) || read.has(next.name)) continue;
      read.add(next.name);
      rules.filter(({ name }) => name === next.name).forEach(visit);
    }
  };
  const violations = rules.filter(({ kind }) => kind === "contains");
  violations.forEach(visit);
  return rules.filter((rule) => rule.kind === "contains" || read.has(rule.name));
}
