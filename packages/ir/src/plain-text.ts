/** The text that a pattern of RE2 without any syntax is; `undefined` where it has some. */
export function plainTextOf(pattern: string): string | undefined {
  const isPlain = /^(?:[^\\^$.|?*+()[\]{}]|\\[^a-zA-Z0-9])+$/u.test(pattern);
  return isPlain ? pattern.replace(/\\(.)/gu, "$1") : undefined;
}
