import { areApart } from "./characters-apart.js";

/** Where a group of a pattern stands in what the whole pattern matches. */
export type Capture =
  /** Between so many characters at the beginning and at the end. */
  | { readonly kind: "between"; readonly before: number; readonly after: number }
  /** Behind what the one pattern finds, at the end of what the other finds. */
  | { readonly kind: "found"; readonly before: string; readonly upTo: string }
  /** Behind what the pattern finds, all of the rest. */
  | { readonly kind: "rest"; readonly before: string };

/** A part of a pattern: a group that captures, or one character of a class, so often. */
interface Part {
  readonly source: string;
  readonly isCapture: boolean;
}

/**
 * The groups that a pattern of RE2 captures, where each of them takes part in every match; `undefined` where one may not, or
 * where groups stand in each other. The group itself is `undefined` where only a regular expression could say where it ends.
 */
export function capturesOf(pattern: string): readonly (Capture | undefined)[] | undefined {
  const parts = partsOf(withoutAnchors(pattern));
  return parts?.flatMap((part, position) => (part.isCapture ? [captureAt(parts, position)] : []));
}

/** What is written in the groups that `capturesOf` tells of. */
export function groupsOf(pattern: string): readonly string[] {
  return (partsOf(withoutAnchors(pattern)) ?? []).flatMap(({ source, isCapture }) =>
    isCapture ? [source] : [],
  );
}

function withoutAnchors(pattern: string): string {
  return pattern.replace(/^\^/, "").replace(/(^|[^\\])\$$/, "$1");
}

function captureAt(parts: readonly Part[], position: number): Capture | undefined {
  const [before, own, after] = [parts.slice(0, position), parts[position], parts.slice(position + 1)];
  const [known, rest] = [lengthOf(before), lengthOf(after)];
  if (known !== undefined && rest !== undefined) return { kind: "between", before: known, after: rest };
  const runs = runsOf(before);
  if (runs === undefined || own === undefined) return undefined;
  const all = runsOf([...before, own]);
  if (all === undefined)
    return after.length === 0 && isSettled(runs, waysOn([own]))
      ? { kind: "rest", before: sourceOf(runs) }
      : undefined;
  return isSettled(all, waysOn(after))
    ? { kind: "found", before: sourceOf(runs), upTo: sourceOf(all) }
    : undefined;
}

/** What may follow, as far as it is told: `ms` or `s` of `(ms|s)`. Nothing where only a regular expression could say. */
function waysOn(parts: readonly Part[]): readonly (readonly Run[])[] | undefined {
  const simple = runsOf(parts);
  if (simple !== undefined) return [simple];
  const chosen = parts.findIndex((part) => runsOf([part]) === undefined);
  const before = runsOf(parts.slice(0, chosen));
  if (before?.some(({ mayBeNone }) => !mayBeNone)) return [before];
  const written = parts[chosen]?.source.replace(/^\(\?:([^()]*)\)$/, "$1") ?? "";
  const ways = written.split("|").flatMap((source) => {
    const own = runsOf([{ source, isCapture: false }]);
    return own?.some(({ mayBeNone }) => !mayBeNone) ? [own] : [];
  });
  if (before === undefined || ways.length < written.split("|").length) return undefined;
  return ways.map((own) => [...before, ...own]);
}

/** How many characters they match, where that is always as many, whichever of several ways the text goes. */
function lengthOf(parts: readonly Part[]): number | undefined {
  return parts.reduce<number | undefined>((sum, part) => {
    const [length, ...others] = waysIn(part).map((source) => lengthOfRuns({ ...part, source }));
    const isSame = others.every((other) => other === length);
    return sum === undefined || length === undefined || !isSame ? undefined : sum + length;
  }, 0);
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

const characters =
  /(?:\\x\{[0-9a-fA-F]+\}|\\[\s\S]|\[(?:\\x\{[0-9a-fA-F]+\}|\\[\s\S]|[^\]\\])+\]|\(\?s:\.\)|[^\\^$.|?*+()[\]{}])/uy;
const times = /(?:[?*+]|\{\d+(?:,\d*)?\})/y;

/** The parts of a pattern in their order; `undefined` where there are alternatives or groups that are repeated. */
function partsOf(pattern: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; ) {
    const isCapture = pattern[at] === "(" && pattern[at + 1] !== "?";
    const isGroup = isCapture || pattern.startsWith("(?:", at);
    const closed = isGroup ? endOfGroup(pattern, at) : endOfRun(pattern, at);
    const end =
      closed !== undefined && isGroup && !isCapture && pattern[closed] === "?" ? closed + 1 : closed;
    if (end === undefined || (isGroup && (isRepeated(pattern, end) || end === at + 2))) return undefined;
    parts.push({ source: isCapture ? pattern.slice(at + 1, end - 1) : pattern.slice(at, end), isCapture });
    at = end;
  }
  return parts;
}

function isRepeated(pattern: string, at: number): boolean {
  return /^[?*+{]/.test(pattern.slice(at));
}

/** Behind the group's bracket; nothing where another one captures within, or is repeated. */
function endOfGroup(pattern: string, from: number): number | undefined {
  let inClass = false;
  let depth = 0;
  for (let at = from; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === "\\") at++;
    else if (inClass) inClass = char !== "]";
    else if (char === "[") inClass = true;
    else if (char === "(") {
      depth++;
      if (depth > 1 && pattern[at + 1] !== "?") return undefined;
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

/** Characters of a class, as many as there are, or one of several ways: `(?:-cn|-us)?`. */
interface Run {
  readonly source: string;
  /** What it may begin with. */
  readonly firsts: readonly string[];
  /** Is it always as many characters? */
  readonly isFixed: boolean;
  /** Does it end where it ends whatever follows? */
  readonly endsItself: boolean;
  readonly mayBeNone: boolean;
}

function runsOf(parts: readonly Part[]): readonly Run[] | undefined {
  const runs: Run[] = [];
  for (const part of parts) {
    const choice = choiceOf(part);
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

function runOf(source: string): Run {
  characters.lastIndex = 0;
  characters.test(source);
  const [own, often] = [source.slice(0, characters.lastIndex), source.slice(characters.lastIndex)];
  const isFixed = often === "" || /^\{\d+\}$/.test(often);
  return { source, firsts: [own], isFixed, endsItself: isFixed, mayBeNone: /^(?:[?*]|\{0)/.test(often) };
}

/** One of several ways of which a text can only go one: each of them is so many characters, and no two are alike. */
function choiceOf({ source, isCapture }: Part): Run | undefined {
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

/** Does each run end where the next one begins, as no character may be of both? */
function isSettled(runs: readonly Run[], ways: readonly (readonly Run[])[] | undefined): boolean {
  if (ways === undefined) return false;
  return ways.every((following) => {
    const all = [...runs, ...following];
    return runs.every((run, position) => {
      if (run.endsItself) return true;
      const next = all.slice(position + 1);
      const sure = next.findIndex(({ mayBeNone }) => !mayBeNone);
      return next
        .slice(0, sure < 0 ? next.length : sure + 1)
        .every((other) => areAllApart(run.firsts, other.firsts));
    });
  });
}

function sourceOf(runs: readonly Run[]): string {
  return `^${runs.map(({ source }) => source).join("")}`;
}

const areAllApart = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((one) => others.every((other) => areApart(one, other)));
