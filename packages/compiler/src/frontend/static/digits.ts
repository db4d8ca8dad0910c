/** What texts a regular expression lets through that are digits alone. */
export interface Digits {
  readonly least: number;
  readonly most: number;
  /** May it begin with a zero that says nothing, as `007` does? */
  readonly mayLeadWithZeros: boolean;
}

const item = /(?:\\d|\[(?:[0-9](?:-[0-9])?)+\]|[0-9])(?:\?|\*|\+|\{\d+(?:,\d*)?\})?/y;

/** Of `^\d{1,5}$`, `^[0-9]+$`, `^(0|[1-9][0-9]*)$`; nothing where other characters may be there. */
export function digitsOf(source: string): Digits | undefined {
  const whole = /^\^(?:\((?:\?:)?([^()]*)\)|([^()|]*))\$$/.exec(source);
  if (whole === null) return undefined;
  const ways = (whole[1] ?? whole[2] ?? "").split("|").map(digitsOfRun);
  const known = ways.flatMap((way) => way ?? []);
  if (known.length < ways.length) return undefined;
  return {
    least: Math.min(...known.map(({ least }) => least)),
    most: Math.max(...known.map(({ most }) => most)),
    mayLeadWithZeros: known.some(({ mayLeadWithZeros }) => mayLeadWithZeros),
  };
}

function digitsOfRun(source: string): Digits | undefined {
  const parts: Digits[] = [];
  item.lastIndex = 0;
  while (item.lastIndex < source.length) {
    const [part] = item.exec(source) ?? [];
    if (part === undefined) return undefined;
    parts.push(digitsOfItem(part));
  }
  const [least, most] = [sum(parts.map((part) => part.least)), sum(parts.map((part) => part.most))];
  const leading = parts.findIndex((part) => part.least > 0);
  const first = leading < 0 ? parts : parts.slice(0, leading + 1);
  return { least, most, mayLeadWithZeros: most > 1 && first.some((part) => part.mayLeadWithZeros) };
}

/** A digit, and how often it may be there. */
function digitsOfItem(part: string): Digits {
  const [, digit = "", times = ""] = /^(\\d|\[[^\]]*\]|\d)(.*)$/.exec(part) ?? [];
  const mayLeadWithZeros = new RegExp(`^${digit}$`).test("0");
  const [, least = "1", isRange, most = isRange === undefined ? least : "Infinity"] =
    /^\{(\d+)(,)?(\d+)?\}$/.exec(times) ?? [];
  const [from, to] = bounds[times] ?? [Number(least), Number(most)];
  return { least: from, most: to, mayLeadWithZeros };
}

const bounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "?": [0, 1],
  "*": [0, Number.POSITIVE_INFINITY],
  "+": [1, Number.POSITIVE_INFINITY],
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
