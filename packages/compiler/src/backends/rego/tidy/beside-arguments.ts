import { numbered } from "@policyc/ir";
import { variable, type Way } from "../syntax.js";
import { readBy } from "../walk.js";

/** `found := x.y`, with another name in a rule that takes an argument `found`: the author may have called one so. */
export function besideArguments(args: readonly string[], ways: readonly Way[]): readonly Way[] {
  return ways.map((way): Way => {
    const last = way.body.at(-1);
    const { value } = way;
    if (last?.kind !== "assign" || value?.kind !== "var" || value.name !== last.name) return way;
    if (!args.includes(last.name)) return way;
    const taken = new Set([...args, ...readBy([way])]);
    const name = numbered(last.name, (one) => taken.has(one));
    return { ...way, value: variable(name), body: [...way.body.slice(0, -1), { ...last, name }] };
  });
}
