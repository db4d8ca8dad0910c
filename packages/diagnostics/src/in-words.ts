/** `a`, `a and b`, `a, b and c`; the same with `or`. */
export function inWords(texts: readonly string[], by: "and" | "or" = "and"): string {
  // British English has no comma before the last one.
  return new Intl.ListFormat("en-GB", { type: by === "and" ? "conjunction" : "disjunction" }).format(texts);
}
