const blanks = "[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*";
const start = new RegExp(`^${blanks}`);
const end = new RegExp(`${blanks}$`);

/** Go's `strings.TrimSpace`: it takes U+0085, which JavaScript keeps, and leaves U+FEFF. */
export function trimSpace(text: string): string {
  return trimSpaceEnd(trimSpaceStart(text));
}

export function trimSpaceStart(text: string): string {
  return text.replace(start, "");
}

export function trimSpaceEnd(text: string): string {
  return text.replace(end, "");
}
