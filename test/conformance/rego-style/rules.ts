import { at, isObject, listOf, textOf } from "../json.js";
import { definitionRules } from "./definition-rules.js";
import { type Line, lineRules } from "./line-rules.js";
import { partRules } from "./part-rules.js";
import type { RegoModule, Rule } from "./syntax.js";

/** A line that a linter of Rego would name, by the name of Regal's rule. */
export interface Finding {
  readonly rule: string;
  readonly row: number;
  readonly text: string;
}

const longest = 120;

/** Everything that is to be said about a module; `builtIns` are the names that OPA has taken. */
export function findingsOf(
  module: RegoModule,
  text: string,
  builtIns: ReadonlySet<string>,
): readonly Finding[] {
  const rows = text.split("\n");
  const found = (rule: string, row = 1): Finding => ({ rule, row, text: rows[row - 1]?.trim() ?? "" });
  const long = rows.flatMap((row, index) => (isTooLong(row) ? [found("line-length", index + 1)] : []));
  const plain = rows.flatMap((row, index) =>
    /\bregex\.\w+\("/.test(row) ? [found("non-raw-regex-pattern", index + 1)] : [],
  );
  const ofRules = (module.rules ?? []).flatMap((rule) => {
    const names = failing(definitionRules, (check) => check(rule, module));
    const parts = partsIn(rule).flatMap((part) => failing(partRules, (check) => check(part)));
    const shadows = namesGivenIn(rule).some((name) => builtIns.has(name)) ? ["var-shadows-builtin"] : [];
    return [...names, ...parts, ...shadows].map((name) => found(name, rule.location?.row));
  });
  const ofLines = (module.rules ?? [])
    .flatMap(waysOf)
    .flatMap(linesOf)
    .flatMap((line) =>
      failing(lineRules, (check) => check(line)).map((name) => found(name, line.expression.location?.row)),
    );
  return [...long, ...plain, ...ofRules, ...ofLines];
}

function failing<Check>(
  checks: Readonly<Record<string, Check>>,
  fails: (check: Check) => boolean,
): readonly string[] {
  return Object.entries(checks).flatMap(([name, check]) => (fails(check) ? [name] : []));
}

/** Everything that the tree is made of. */
function partsIn(part: unknown): readonly unknown[] {
  if (Array.isArray(part)) return part.flatMap(partsIn);
  return isObject(part) ? [part, ...Object.values(part).flatMap(partsIn)] : [];
}

/** The names that a rule gives: its own, and those of its arguments, assignments and loops. */
function namesGivenIn(rule: Rule): readonly string[] {
  const inside = partsIn(rule).flatMap((part) => {
    const [called, left] = listOf(at(part, "terms"));
    const loops = listOf(at(part, "symbols")).flatMap((loop) => listOf(at(loop, "value")).slice(1, -1));
    return at(called, "value", 0, "value") === "assign" ? [left] : loops;
  });
  return [rule.head.name, ...[...(rule.head.args ?? []), ...inside].map((name) => textOf(at(name, "value")))];
}

/** A text in quotes cannot be broken: a message or a pattern may be longer. */
function isTooLong(row: string): boolean {
  return [...row].length > longest && !/["`].{60,}["`]/.test(row);
}

function waysOf(rule: Rule): readonly Rule[] {
  return rule.else === undefined ? [rule] : [rule, ...waysOf(rule.else)];
}

function linesOf(rule: Rule): readonly Line[] {
  const body = rule.body ?? [];
  return body.map((expression, index) => ({
    expression,
    before: body.slice(0, index),
    next: body[index + 1],
    rule,
  }));
}
