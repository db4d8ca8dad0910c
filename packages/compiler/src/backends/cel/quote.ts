/** A CEL string literal: raw where that saves escaping, as people write regular expressions. */
export function quote(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
  const isPlain = !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(value);
  if (isPlain && value.includes("\\") && !value.endsWith("\\") && !value.includes("'")) return `r'${value}'`;
  if (isPlain && value.includes('"') && !value.includes("'") && !value.includes("\\")) return `'${value}'`;
  return `"${[...value].map(escaped).join("")}"`;
}

const named: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
};

function escaped(char: string): string {
  const short = named[char];
  if (short !== undefined) return short;
  const code = char.codePointAt(0) ?? 0;
  const isInvisible =
    code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0x2028 || code === 0x2029 || code === 0xfeff;
  return isInvisible ? `\\u${code.toString(16).padStart(4, "0")}` : char;
}
