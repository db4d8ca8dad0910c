import { numbered } from "@policyc/ir";
import { type Body, type Rule, type Term, variable } from "../syntax.js";
import { namesIn } from "../walk.js";
import { mapLine, mapParts, mapWays } from "./map-parts.js";

/**
 * `[v | some _ in verbs]` of an argument `v`: OPA's type checker knows no type of it, takes the list for one that is always
 * empty, and refuses to read its first element (`undefined ref`). Of a name that is given `v` it knows that it may be anything.
 */
export function withTypedElements(rule: Rule): Rule {
  if (rule.kind !== "function" || rule.args.length === 0) return rule;
  const taken = new Set(namesIn(rule));
  const inside = (term: Term): Term => {
    const mapped = mapParts(term, inside, bodyInside);
    if (mapped.kind !== "comprehension" || !isArgument(mapped.head, rule.args)) return mapped;
    const name = numbered("value", (one) => taken.has(one));
    return {
      ...mapped,
      head: variable(name),
      body: [...mapped.body, { kind: "assign", name, value: mapped.head }],
    };
  };
  const bodyInside = (body: Body): Body => body.map((line) => mapLine(line, inside, bodyInside));
  return mapWays(rule, ({ value, body, ...way }) => ({
    ...way,
    body: bodyInside(body),
    ...(value === undefined ? {} : { value: inside(value) }),
  }));
}

function isArgument(term: Term, args: readonly string[]): boolean {
  return term.kind === "var" && args.includes(term.name);
}
