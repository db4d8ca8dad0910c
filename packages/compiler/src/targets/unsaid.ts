import type { Diagnostic } from "@policyc/diagnostics";
import type { Unsayable } from "../backends/cel/index.js";
import { notInCel } from "./diagnostics.js";

/** Where something stands that a target cannot say, what it is, and what can be said instead. */
export type Unsaid = Parameters<Unsayable>;

/** What the targets cannot say, by their titles. What several cannot is told once, of all of them. */
export function unsaidTogether(unsaid: readonly (readonly [title: string, Unsaid])[]): readonly Diagnostic[] {
  const titles = new Map<string, Set<string>>();
  const first = new Map<string, Unsaid>();
  for (const [title, why] of unsaid) {
    const key = JSON.stringify(why);
    titles.set(key, (titles.get(key) ?? new Set()).add(title));
    first.set(key, first.get(key) ?? why);
  }
  return [...first].map(([key, [span, what, instead]]) =>
    notInCel(span, [...(titles.get(key) ?? [])], what, instead),
  );
}
