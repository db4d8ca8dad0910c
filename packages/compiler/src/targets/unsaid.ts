import type { Diagnostic } from "@policyc/diagnostics";
import type { Unsayable } from "../backends/cel/index.js";
import { notInCel } from "./diagnostics.js";
import { targets } from "./index.js";
import type { TargetName } from "./target.js";

/** Where something stands that a target cannot say, what it is, and what can be said instead. */
export type Unsaid = Parameters<Unsayable>;

/** What the targets cannot say. What several cannot is told once, of all of them. */
export function unsaidTogether(unsaid: readonly (readonly [TargetName, Unsaid])[]): readonly Diagnostic[] {
  const names = new Map<string, Set<TargetName>>();
  const first = new Map<string, Unsaid>();
  for (const [name, why] of unsaid) {
    const key = JSON.stringify(why);
    names.set(key, (names.get(key) ?? new Set()).add(name));
    first.set(key, first.get(key) ?? why);
  }
  return [...first].map(([key, [span, what, instead]]) => {
    const by = [...(names.get(key) ?? [])].map((name) => ({ name, title: targets[name].title }));
    return notInCel(span, by, what, instead);
  });
}
