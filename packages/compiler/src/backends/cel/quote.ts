/**
 * A CEL string literal: raw where that saves escaping, as people write regular expressions; with escapes for what nobody
 * sees, or takes for another letter.
 */
export function quote(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
  const isPlain = !/[\u0000-\u001f\u007f-\u009f\u0130\u2028\u2029\u212a\ufeff]|\u0307/.test(value);
  if (isPlain && value.includes("\\") && !value.endsWith("\\") && !value.includes("'")) return `r'${value}'`;
  if (isPlain && value.includes('"') && !value.includes("'") && !value.includes("\\")) return `'${value}'`;
  return `"${value.replace(toEscape, escaped)}"`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
const toEscape = /["\\\u0000-\u001f\u007f-\u009f\u0130\u2028\u2029\u212a\ufeff]|\u0307/g;

const named: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
};

function escaped(char: string): string {
  return named[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
