const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** The text that a pattern of RE2 without any syntax is; `undefined` where it has some. */
export function plainTextOf(pattern: string): string | undefined {
  const isPlain = /^(?:[^\\^$.|?*+()[\]{}]|\\[nrt]|\\[^a-zA-Z0-9])+$/u.test(pattern);
  return isPlain
    ? pattern.replace(/\\(.)/gsu, (_, escaped: string) => escapes.get(escaped) ?? escaped)
    : undefined;
}
