/**
 * Does the whole text match the pattern? `*` is any run of characters, `?` any single one; nothing else is special.
 *
 * @example globMatches("registry.example/*", "registry.example/shop/web:1") // true
 */
export function globMatches(pattern: string, text: string): boolean {
  const source = [...pattern]
    .map((char) => (char === "*" ? ".*" : char === "?" ? "." : char.replace(/[\\^$.|+()[\]{}]/, "\\$&")))
    .join("");
  return new RegExp(`^${source}$`, "su").test(text);
}
