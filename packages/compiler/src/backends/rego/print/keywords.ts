/** Rego's keywords: no variable or rule can have such a name, and a key that is one is written as text. */
export const keywords: ReadonlySet<string> = new Set([
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
]);
