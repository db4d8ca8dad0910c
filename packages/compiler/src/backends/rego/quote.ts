/** As `opa fmt` keeps it: JSON text, or raw where it has backslashes, as patterns do. */
export function quote(text: string): string {
  return text.includes("\\") && !text.includes("`") && !/[\n\r\t]/.test(text)
    ? `\`${text}\``
    : JSON.stringify(text).replace(invisible, escaped);
}

/** Spaces that a reader cannot tell apart, and what OPA's parser refuses, such as a byte-order mark. */
const invisible = /[\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
