import { numbered, type ResourceKind } from "@policyc/ir";
import { keywords } from "./print/keywords.js";

/** Words that cannot name a variable or rule, and built-in functions that a reader would take them for. */
const reserved = new Set([
  ...keywords,
  "input",
  "data",
  "count",
  "concat",
  "replace",
  "split",
  "trim",
  "lower",
  "upper",
  "startswith",
  "endswith",
  "indexof",
  "substring",
  "sprintf",
  "object",
  "array",
  "min",
  "max",
  "sum",
  "abs",
  "ceil",
  "floor",
  "round",
  "sort",
  "regex",
  "glob",
  "time",
  "json",
  "units",
  "walk",
  "print",
  "trace",
  "union",
  "intersection",
  "product",
  "indexof_n",
  "format_int",
  "is_array",
  "is_boolean",
  "is_null",
  "is_number",
  "is_object",
  "is_set",
  "is_string",
  "trim_left",
  "trim_prefix",
  "trim_right",
  "trim_space",
  "trim_suffix",
  "type_name",
  "to_number",
  "net",
  "strings",
  "semver",
  "numbers",
  "base64",
  "bits",
  "crypto",
  "graph",
  "graphql",
  "hex",
  "http",
  "rand",
  "rego",
  "uri",
  "urlquery",
  "uuid",
  "yaml",
  "io",
  "opa",
  "msg",
  "violation",
  // What OPA calls its operators: a variable of that name stands in the way of `==` and `+`.
  "assign",
  "eq",
  "equal",
  "neq",
  "gt",
  "gte",
  "lt",
  "lte",
  "plus",
  "minus",
  "mul",
  "div",
  "rem",
  "and",
  "or",
  // Built-in functions of older versions.
  "re_match",
  "set_diff",
  "cast_array",
  "cast_boolean",
  "cast_null",
  "cast_object",
  "cast_set",
  "cast_string",
]);

/** A name of the author, as Rego authors write names: snake_case. */
export function snakeCase(name: string): string {
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9_]/g, "_")
    .toLowerCase();
  if (snake === "object") return "obj";
  if (snake === "all" || snake === "any") return `${snake}_of`;
  return reserved.has(snake) ? `${snake}_value` : snake;
}

/** Is it a function of OPA's? No rule of ours has the name of one. */
export function isBuiltIn(name: string): boolean {
  return name.includes(".") || reserved.has(name);
}

/** `NetworkPolicy` and `networkpolicies` make `network_policies`. */
export function pluralOf({ kind, plural }: Pick<ResourceKind, "kind" | "plural">): string {
  const name = snakeCase(kind);
  const stem = name.replaceAll("_", "");
  let same = 0;
  while (same < stem.length && stem[same] === plural[same]) same++;
  const ending = plural.slice(same);
  const dropped = stem.length - same;
  return `${dropped === 0 ? name : name.slice(0, -dropped)}${ending}`;
}

/** Names of rules, handed out once. */
export class RuleNames {
  readonly #taken: Set<string>;

  constructor(locals: Iterable<string>) {
    this.#taken = new Set(["violation", ...[...locals].map(snakeCase)]);
  }

  /** The first of the wanted names that is free, else the first with a number. */
  unique(...wanted: readonly string[]): string {
    const names = wanted.map(snakeCase);
    const stem = names[0] ?? "value";
    const isTaken = (one: string): boolean => this.#taken.has(one);
    const name = names.find((one) => !isTaken(one)) ?? numbered(stem, isTaken);
    this.#taken.add(name);
    return name;
  }
}
