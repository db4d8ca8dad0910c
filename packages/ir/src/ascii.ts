/** Is a text made of ASCII alone, so that its units, characters and bytes are the same? */
export function isAsciiText(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}
