import { defect } from "@policyc/diagnostics";
import { type Characters, charactersOf, type ExprOf, plainTextOf } from "@policyc/ir";
import { partsRule, replaceEndRule, replaceStartRule, runsRule } from "../rules/patterns.js";
import { callTerm, scalar, type Term } from "../syntax.js";
import type { Context } from "./context.js";

/** `text.split(/[,;]/)`. */
export function partsBetween(expr: ExprOf<"call">, text: Term, cx: Context): Term {
  return between(text, charactersOf(patternOf(expr)) ?? defect("a split at more than characters"), cx);
}

/** `text.replace(/[,;]/g, "-")`, `text.replace(/^v/, "")`. */
export function replacedPattern(
  expr: ExprOf<"call">,
  [text, pattern, replacement]: readonly [Term, Term, Term],
  cx: Context,
): Term {
  const written = patternOf(expr);
  const characters = charactersOf(written);
  if (characters !== undefined) return callTerm("concat", replacement, between(text, characters, cx));
  const isNothing = replacement.kind === "scalar" && replacement.value === "";
  const [start, end] = [plainTextOf(written.replace(/^\^/, "")), plainTextOf(written.replace(/\$$/, ""))];
  if (isNothing && start !== undefined) return callTerm("trim_prefix", text, scalar(start));
  if (isNothing && end !== undefined) return callTerm("trim_suffix", text, scalar(end));
  const called = written.startsWith("^")
    ? cx.shared("replace_start", replaceStartRule)
    : cx.shared("replace_end", replaceEndRule);
  return callTerm(called, text, pattern, replacement);
}

function between(text: Term, { own, others, repeated, one }: Characters, cx: Context): Term {
  return repeated
    ? callTerm(cx.shared("parts_between_runs", runsRule), text, scalar(own), scalar(others))
    : callTerm(cx.shared("parts_between", partsRule), text, scalar(`(${others}*)${own}`), scalar(one));
}

function patternOf({ args: [, pattern] }: ExprOf<"call">): string {
  return pattern?.kind === "literal" ? String(pattern.value) : defect("a pattern that is not written out");
}
