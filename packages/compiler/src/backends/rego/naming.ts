/** Words that cannot name a variable or rule, and built-in functions that a reader would take them for. */
const reserved = new Set([
  "as",
  "contains",
  "default",
  "else",
  "every",
  "false",
  "if",
  "import",
  "in",
  "not",
  "null",
  "package",
  "some",
  "true",
  "with",
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
  "type_name",
  "to_number",
  "msg",
  "violation",
]);

/** A name of the author, as Rego authors write names: snake_case. */
export function snakeCase(name: string): string {
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9_]/g, "_")
    .toLowerCase();
  if (snake === "object") return "obj";
  return reserved.has(snake) ? `${snake}_value` : snake;
}

/** Names of rules, handed out once. */
export class RuleNames {
  readonly #taken: Set<string>;

  constructor(locals: Iterable<string>) {
    this.#taken = new Set(["violation", ...[...locals].map(snakeCase)]);
  }

  unique(wanted: string): string {
    const stem = snakeCase(wanted);
    let name = stem;
    for (let number = 2; this.#taken.has(name); number++) name = `${stem}_${number}`;
    this.#taken.add(name);
    return name;
  }
}
