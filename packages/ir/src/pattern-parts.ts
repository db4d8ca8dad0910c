import { areApart } from "./characters-apart.js";

/** A part of a pattern: a group that captures, one character of a class, so often, or what need not take part. */
export interface Part {
  /** What stands in a group that captures; of anything else all of it, with no group that captures. */
  readonly source: string;
  readonly isCapture: boolean;
  /** What stands in a group that need not take part: `(?:(\d+)h)?`. */
  readonly within?: readonly Part[];
}

/** Characters of a class, as many as there are, one of several ways, `(?:-cn|-us)?`, or what need not take part. */
export interface Run {
  readonly source: string;
  /** What it may begin with. */
  readonly firsts: readonly string[];
  /** Is it always as many characters? */
  readonly isFixed: boolean;
  /** Does it end where it ends whatever follows? */
  readonly endsItself: boolean;
  readonly mayBeNone: boolean;
  /** What it is made of where it takes part, if it need not. */
  readonly within?: readonly Run[];
}

const characters =
  /(?:\\x\{[0-9a-fA-F]+\}|\\[\s\S]|\[(?:\\x\{[0-9a-fA-F]+\}|\\[\s\S]|[^\]\\])+\]|\(\?s:\.\)|[^\\^$.|?*+()[\]{}])/uy;
const times = /(?:[?*+]|\{\d+(?:,\d*)?\})/y;

/** The parts of a pattern in their order; `undefined` where there are alternatives or groups that are repeated. */
export function partsOf(pattern: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; ) {
    const isCapture = pattern[at] === "(" && pattern[at + 1] !== "?";
    const isGroup = isCapture || pattern.startsWith("(?:", at);
    const closed = isGroup ? endOfGroup(pattern, at) : endOfRun(pattern, at);
    if (closed === undefined) return undefined;
    const isOptional = isGroup && pattern[closed] === "?";
    const end = isOptional ? closed + 1 : closed;
    if (isGroup && (isRepeated(pattern, end) || closed === at + 2)) return undefined;
    const content = pattern.slice(at + (isCapture ? 1 : 3), closed - 1);
    const own = isGroup && !isCapture ? partsWithin(content) : [{ source: content, isCapture }];
    if (own === undefined) return undefined;
    if (!isGroup || own.length === 0) parts.push({ source: pattern.slice(at, end), isCapture });
    else parts.push(...(isOptional ? [optional(own)] : own));
    at = end;
  }
  return parts;
}

/** The parts of a group that does not capture, none where it has alternatives; `undefined` where groups in it cannot be told. */
function partsWithin(content: string): readonly Part[] | undefined {
  const parts = partsOf(content) ?? [];
  const told = parts.filter(({ isCapture }) => isCapture).length;
  return capturesIn(content) > told ? undefined : parts;
}

/** A group that need not take part, whatever captures in it. */
function optional(within: readonly Part[]): Part {
  const written = within.map(({ source, isCapture }) =>
    isCapture && source.includes("|") ? `(?:${source})` : source,
  );
  return { source: `(?:${written.join("")})?`, isCapture: false, within };
}

/** How many groups stand in it that capture. */
function capturesIn(pattern: string): number {
  return pattern.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, "").match(/\((?!\?)/g)?.length ?? 0;
}

function isRepeated(pattern: string, at: number): boolean {
  return /^[?*+{]/.test(pattern.slice(at));
}

/** Behind the group's bracket; nothing where one that captures stands in another one, or one in it is repeated. */
function endOfGroup(pattern: string, from: number): number | undefined {
  const isCapture = pattern[from + 1] !== "?";
  let inClass = false;
  let depth = 0;
  for (let at = from; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === "\\") at++;
    else if (inClass) inClass = char !== "]";
    else if (char === "[") inClass = true;
    else if (char === "(") {
      depth++;
      if (depth > 1 && isCapture && pattern[at + 1] !== "?") return undefined;
    } else if (char === ")") {
      depth--;
      if (depth === 0) return at + 1;
      if (/^[*+{]/.test(pattern.slice(at + 1)) && !pattern.endsWith("(?s:.", at)) return undefined;
    }
  }
  return undefined;
}

/** Between words nothing is matched, and a part of the text does not say where they are. */
function endOfRun(pattern: string, from: number): number | undefined {
  if (/^\\[bB]/.test(pattern.slice(from))) return undefined;
  characters.lastIndex = from;
  if (!characters.test(pattern)) return undefined;
  const behind = characters.lastIndex;
  times.lastIndex = behind;
  const end = times.test(pattern) ? times.lastIndex : behind;
  return isRepeated(pattern, end) ? undefined : end;
}

/** `undefined` where only a regular expression could say where one of them ends. */
export function runsOf(parts: readonly Part[]): readonly Run[] | undefined {
  const runs: Run[] = [];
  for (const part of parts) {
    const choice = choiceOf(part) ?? optionalRun(part);
    if (choice === undefined && part.within !== undefined) return undefined;
    if (choice !== undefined) runs.push(choice);
    const { source } = choice === undefined ? part : { source: "" };
    for (let at = 0; at < source.length; ) {
      const end = endOfRun(source, at);
      if (end === undefined) return undefined;
      runs.push(runOf(source.slice(at, end)));
      at = end;
    }
  }
  return runs;
}

/** What need not take part, and surely takes something where it does. */
function optionalRun({ source, within: parts }: Part): Run | undefined {
  const within = parts && runsOf(parts);
  const first = within?.[0];
  if (within === undefined || first === undefined || first.mayBeNone) return undefined;
  return { source, firsts: first.firsts, isFixed: false, endsItself: false, mayBeNone: true, within };
}

function runOf(source: string): Run {
  characters.lastIndex = 0;
  characters.test(source);
  const [own, often] = [source.slice(0, characters.lastIndex), source.slice(characters.lastIndex)];
  const isFixed = often === "" || /^\{\d+\}$/.test(often);
  return { source, firsts: [own], isFixed, endsItself: isFixed, mayBeNone: /^(?:[?*]|\{0)/.test(often) };
}

/** One of several ways of which a text can only go one: each of them is so many characters, and no two are alike. */
function choiceOf({ source, isCapture, within }: Part): Run | undefined {
  if (within?.some((part) => part.isCapture)) return undefined;
  if (!isCapture && !source.startsWith("(?:")) return undefined;
  const mayBeNone = !isCapture && source.endsWith("?");
  const whole = mayBeNone ? source.slice(0, -1) : source;
  const written = waysIn({ source: whole, isCapture });
  if (written.includes(whole)) return undefined;
  const ways = written.map(eachOf);
  const firsts = ways.flatMap((way) => way?.slice(0, 1) ?? []);
  const isSettled = ways.every((way, at) => ways.slice(at + 1).every((other) => isUnlike(way, other)));
  if (firsts.length < ways.length || !isSettled) return undefined;
  const around = isCapture ? `(?:${source})` : source;
  return { source: around, firsts, isFixed: false, endsItself: !mayBeNone, mayBeNone };
}

/** A class for each of its characters, where there are always as many. */
function eachOf(source: string): readonly string[] | undefined {
  const runs = runsOf([{ source, isCapture: false }]);
  if (runs?.every(({ isFixed }) => isFixed) !== true) return undefined;
  return runs.flatMap(({ source: run, firsts }) =>
    Array.from({ length: lengthOfRun(run, firsts) }, () => firsts[0] ?? ""),
  );
}

function isUnlike(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one?.some((own, at) => other?.[at] !== undefined && areApart(own, other[at])) === true;
}

/** `[01]\d` and `2[0-3]` of `([01]\d|2[0-3])`. */
function waysIn({ source, isCapture }: Part): readonly string[] {
  const [, written = isCapture ? source : undefined] = /^\(\?:([^()]*)\)$/.exec(source) ?? [];
  // A bracket may be one of a class, and so may a `|` be.
  const isPlain = written !== undefined && !/[()]|\[[^\]]*\||\\\|/.test(written);
  return isPlain ? written.split("|") : [source];
}

function lengthOfRuns(part: Part): number | undefined {
  const runs = runsOf([part]);
  return runs?.every(({ isFixed }) => isFixed)
    ? runs.reduce((sum, { source, firsts }) => sum + lengthOfRun(source, firsts), 0)
    : undefined;
}

function lengthOfRun(source: string, [own = ""]: readonly string[]): number {
  return Number(source.slice(own.length).slice(1, -1) || "1");
}

export const areAllApart = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((one) => others.every((other) => areApart(one, other)));

/** How many characters they match, where that is always as many, whichever of several ways the text goes. */
export function lengthOf(parts: readonly Part[]): number | undefined {
  return parts.reduce<number | undefined>((sum, part) => {
    const [length, ...others] = waysIn(part).map((source) => lengthOfRuns({ ...part, source }));
    const isSame = others.every((other) => other === length);
    return sum === undefined || length === undefined || !isSame ? undefined : sum + length;
  }, 0);
}
