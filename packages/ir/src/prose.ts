/** Prose in lines that are no longer than that, where its words are not. Line ends of the author's do not count. */
export function inLines(prose: string, longest: number): string {
  const lines: string[] = [];
  for (const word of prose.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
