/** Whether a name fits a pattern that may begin or end with `*`, as Gatekeeper's `pkg/wildcard` decides. */
export function globMatches(pattern: string, name: string): boolean {
  const open = pattern.startsWith("*");
  const close = pattern.endsWith("*");
  if (open && close) return name.includes(pattern.slice(1, Math.max(1, pattern.length - 1)));
  if (open) return name.endsWith(pattern.slice(1));
  return close ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
