/** Has no character a place in both of these classes of RE2? */
export function areApart(one: string, other: string): boolean {
  // Characters that stand for themselves: all of Unicode need not be asked.
  if (one.length === 1 && other.length === 1) return one !== other;
  return !new RegExp(`(?=${inJavaScript(one)})${inJavaScript(other)}`, "u").test(everyCharacter());
}

function inJavaScript(own: string): string {
  return own
    .replace(/\\x\{([0-9a-fA-F]+)\}/g, "\\u{$1}")
    .replaceAll("\\pZ", "\\p{Z}")
    .replace("(?s:.)", "[\\s\\S]")
    .replace(/\\([^a-zA-Z0-9^$\\.*+?()[\]{}|/-])/g, "$1");
}

let known: string | undefined;

function everyCharacter(): string {
  known ??= Array.from({ length: 0x110000 }, (_, code) =>
    code >= 0xd800 && code < 0xe000 ? "" : String.fromCodePoint(code),
  ).join("");
  return known;
}
