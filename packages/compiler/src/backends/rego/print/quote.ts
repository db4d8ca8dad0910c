/** As `opa fmt` keeps it: JSON text, or raw where it has backslashes, as patterns do. */
export function quote(text: string): string {
  return text.includes("\\") && canBeRaw(text) ? raw(text) : JSON.stringify(text).replace(invisible, escaped);
}

/**
 * A pattern is known for one by its quotes: Rego's style guide has all of them raw, in which a backquote is written by its
 * number.
 */
export function quotePattern(pattern: string): string {
  const rawly = pattern.includes("\\`") ? pattern : pattern.replaceAll("`", "\\x60");
  return canBeRaw(rawly) && rawly.search(invisible) < 0 ? raw(rawly) : quote(pattern);
}

function canBeRaw(text: string): boolean {
  return !text.includes("`") && !/[\n\r\t]/.test(text);
}

function raw(text: string): string {
  return `\`${text}\``;
}

/** Spaces that a reader cannot tell apart, and what OPA's parser refuses, such as a byte-order mark. */
const invisible = /[\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
