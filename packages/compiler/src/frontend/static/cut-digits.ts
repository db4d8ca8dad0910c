import { type Digits, digitsOf } from "./digits.js";

/** A character, a class or a group, and how often it may be there. */
const item = /(\\.|\[[^\]]*\]|\((?:\?:)?[^()]*\)|[^\\[\](){}?*+|^$.])(\?|\*|\+|\{\d+(?:,\d*)?\})?/y;

/**
 * The digits that stand behind the first characters of what a regular expression lets through, and before the last ones:
 * of `^\d{1,5}[smh]$` those that `text.slice(0, -1)` cuts out. Nothing where other characters may be there.
 */
export function digitsBetween(source: string, before: number, after: number): Digits | undefined {
  const items = itemsOf(/^\^(.*)\$$/s.exec(source)?.[1] ?? "^");
  if (items === undefined) return undefined;
  const from = countOf(items, before);
  const upTo = countOf(items.toReversed(), after);
  if (from === undefined || upTo === undefined || from + upTo >= items.length) return undefined;
  const cut = items.slice(from, items.length - upTo);
  return digitsOf(`^${cut.map(({ text }) => text).join("")}$`);
}

interface Item {
  readonly text: string;
  /** How many characters it is; nothing where that is open. */
  readonly length: number | undefined;
}

function itemsOf(source: string): readonly Item[] | undefined {
  const items: Item[] = [];
  item.lastIndex = 0;
  while (item.lastIndex < source.length) {
    const [text, one = "", times] = item.exec(source) ?? [];
    if (text === undefined) return undefined;
    items.push({ text, length: times === undefined ? lengthOf(one) : undefined });
  }
  return items;
}

/** `\d`, `[smh]`, `v`; or a group whose ways are all as long. */
function lengthOf(one: string): number | undefined {
  // A place between characters, and what lets through characters that JavaScript counts twice.
  if (/^\\[bBpPkux]|^\[\^|\\[DSWpP]|[^ -~]/.test(one)) return undefined;
  const ways = /^\((?:\?:)?(.*)\)$/s.exec(one)?.[1]?.split("|");
  if (ways === undefined) return 1;
  const lengths = new Set(ways.map((way) => (/^[\w ]*$/.test(way) ? way.length : undefined)));
  const [length] = lengths;
  return lengths.size === 1 ? length : undefined;
}

/** How many of them are so many characters. */
function countOf(items: readonly Item[], characters: number): number | undefined {
  let [count, left] = [0, characters];
  for (const { length } of items) {
    if (left === 0) break;
    if (length === undefined) return undefined;
    left -= length;
    count += 1;
  }
  return left === 0 ? count : undefined;
}
