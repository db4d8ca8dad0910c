/** Are the items of the two lists the same objects? What is, has not changed. */
export function areIdentical<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((one, position) => one === others[position]);
}
