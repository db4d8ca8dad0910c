import { type Digits, digitsOf } from "./digits.js";

/** Which of the parts: so many from the beginning, or from the end where it is below zero; or any of them. */
export type Place = number | "any";

export interface DigitsOfParts {
  readonly digits: Digits;
  /** Is there always such a part? */
  readonly isSure: boolean;
}

/**
 * The digits of the parts between a separator in what a regular expression lets through: of `^\d{1,5}(-\d{1,5})?$` those of
 * `text.split("-")`. Nothing where a part may hold other characters.
 */
export function digitsOfParts(source: string, separator: string, place: Place): DigitsOfParts | undefined {
  const pattern = /^\^(.*)\$$/s.exec(source)?.[1];
  if (pattern === undefined || separator.length !== 1 || /\d/.test(separator)) return undefined;
  const read = waysOf(pattern, 0, separator);
  if (read === undefined || read.end < pattern.length) return undefined;
  const parts = read.ways.map((items) => partsOf(items, separator));
  const at = (way: readonly string[]) =>
    place === "any" ? way : [way.at(place)].flatMap((part) => part ?? []);
  // Where there may be any number of parts, one that stands behind them may be one of them.
  const known = parts.flatMap(read.isOpen ? (way) => way : at).map((part) => digitsOf(`^${part}$`));
  const found = known.flatMap((digits) => digits ?? []);
  if (found.length === 0 || found.length < known.length) return undefined;
  return { digits: eitherOf(found), isSure: parts.every((way) => at(way).length > 0) };
}

/** What is digits of one kind or another. */
export function eitherOf(digits: readonly Digits[]): Digits {
  return {
    least: Math.min(...digits.map(({ least }) => least)),
    most: Math.max(...digits.map(({ most }) => most)),
    mayLeadWithZeros: digits.some(({ mayLeadWithZeros }) => mayLeadWithZeros),
  };
}

function partsOf(items: readonly string[], separator: string): readonly string[] {
  const parts = [""];
  for (const item of items) {
    if (isSeparator(item, separator)) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${item}`);
  }
  return parts;
}

function isSeparator(item: string, separator: string): boolean {
  return item === separator || item === `\\${separator}` || item === `[${separator}]`;
}

/** What a pattern without its groups is made of, one after the other, each way through it. */
interface Read {
  readonly ways: readonly (readonly string[])[];
  /** Where it ends. */
  readonly end: number;
  /** May it be longer than any of the ways? */
  readonly isOpen: boolean;
}

const mostWays = 64;
const mostTimes = 8;

/** Up to the end of the pattern, or of the group that it stands in. */
function waysOf(pattern: string, from: number, separator: string): Read | undefined {
  let before: Read["ways"] = [];
  let ways: Read["ways"] = [[]];
  let isOpen = false;
  for (let at = from; ; ) {
    const char = pattern[at];
    if (char === undefined || char === ")") return { ways: [...before, ...ways], end: at, isOpen };
    if (char === "|") {
      [before, ways, at] = [[...before, ...ways], [[]], at + 1];
      continue;
    }
    const item = char === "(" ? groupAt(pattern, at, separator) : itemAt(pattern, at, separator);
    if (item === undefined || ways.length * item.ways.length > mostWays) return undefined;
    ways = ways.flatMap((way) => item.ways.map((next) => [...way, ...next]));
    isOpen ||= item.isOpen;
    at = item.end;
  }
}

const single = /(\\.|\[(?:\\.|[^\]\\])*\]|[^\\[\](){}?*+|^$.])(\?|\*|\+|\{\d+(?:,\d*)?\})?/y;

/** A character or a class, which is the separator or never one. */
function itemAt(pattern: string, at: number, separator: string): Read | undefined {
  single.lastIndex = at;
  const [item, own = "", times] = single.exec(pattern) ?? [];
  if (item === undefined || /^\\[bBpPkux1-9]/.test(own)) return undefined;
  const isApart = !new RegExp(`^${own}$`, "i").test(separator);
  if (!isApart && (times !== undefined || !isSeparator(own, separator))) return undefined;
  return { ways: [[item]], end: single.lastIndex, isOpen: false };
}

const repetition = /(?:\?|\*|\+|\{\d+(?:,\d*)?\})?/y;

function groupAt(pattern: string, at: number, separator: string): Read | undefined {
  const start = pattern.startsWith("(?:", at) ? at + 3 : at + 1;
  const inner = pattern[start] === "?" ? undefined : waysOf(pattern, start, separator);
  if (inner === undefined || pattern[inner.end] !== ")") return undefined;
  repetition.lastIndex = inner.end + 1;
  const [least, most] = boundsOf(repetition.exec(pattern)?.[0] ?? "");
  const isMany = most > mostTimes;
  // Once more makes no other parts where a separator stands in what is repeated; else it makes one of them longer.
  const isParted = inner.ways.every((way) => way.some((item) => isSeparator(item, separator)));
  if (least > mostTimes || (isMany && !isParted)) return undefined;
  const counts = Array.from({ length: (isMany ? least + 2 : most) - least + 1 }, (_, more) => least + more);
  const ways = counts.flatMap((count) => repeated(inner.ways, count) ?? []);
  if (ways.length === 0 || counts.some((count) => inner.ways.length ** count > mostWays)) return undefined;
  return { ways, end: repetition.lastIndex, isOpen: inner.isOpen || isMany };
}

function repeated(ways: Read["ways"], count: number): Read["ways"] | undefined {
  if (ways.length ** count > mostWays) return undefined;
  if (count === 0) return [[]];
  return repeated(ways, count - 1)?.flatMap((before) => ways.map((way) => [...before, ...way]));
}

function boundsOf(times: string): readonly [least: number, most: number] {
  if (times === "") return [1, 1];
  if (times === "?") return [0, 1];
  const [, least = times === "+" ? "1" : "0", isRange, most] = /^\{(\d+)(,)?(\d+)?\}$/.exec(times) ?? [];
  const isExact = times.startsWith("{") && isRange === undefined;
  return [Number(least), isExact ? Number(least) : Number(most ?? Number.POSITIVE_INFINITY)];
}
