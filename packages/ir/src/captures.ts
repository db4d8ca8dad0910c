import { areAllApart, lengthOf, type Part, partsOf, type Run, runsOf } from "./pattern-parts.js";

/** Where a group of a pattern stands in what the whole pattern matches. */
export type Capture =
  /** Between so many characters at the beginning and at the end. */
  | { readonly kind: "between"; readonly before: number; readonly after: number }
  /** Behind what the one pattern finds, at the end of what the other finds. */
  | { readonly kind: "found"; readonly before: string; readonly upTo: string }
  /** Behind what the pattern finds, all of the rest. */
  | { readonly kind: "rest"; readonly before: string }
  /** There, in what another part has taken: in nothing, where that does not take part. */
  | { readonly kind: "within"; readonly part: Capture; readonly own: Capture };

/** A group of a pattern. */
export interface Group {
  /** What is written in it. */
  readonly source: string;
  /** Need it not take part in a match, `(?:(\d+)h)?`? RE2 says that it is empty then. */
  readonly mayBeAbsent: boolean;
}

/**
 * The groups that a pattern of RE2 captures; `undefined` where groups stand in each other, are repeated or are among alternatives.
 * The group itself is `undefined` where only a regular expression could say where it ends.
 */
export function capturesOf(pattern: string): readonly (Capture | undefined)[] | undefined {
  const parts = partsOf(withoutAnchors(pattern));
  const isAnchored = /(?:^|[^\\])\$$/.test(pattern);
  return parts?.flatMap((part, position) => {
    if (part.isCapture) return [captureAt(parts, position, isAnchored)];
    const { within } = part;
    if (within === undefined) return [];
    const whole = captureAt(parts, position, isAnchored);
    return within.flatMap((inner, at) => (inner.isCapture ? [captureWithin(whole, within, at)] : []));
  });
}

/** The groups that `capturesOf` tells of. */
export function groupsOf(pattern: string): readonly Group[] {
  const parts = partsOf(withoutAnchors(pattern)) ?? [];
  return parts.flatMap(({ source, isCapture, within }): readonly Group[] =>
    isCapture
      ? [{ source, mayBeAbsent: false }]
      : (within ?? []).flatMap((inner) =>
          inner.isCapture ? [{ source: inner.source, mayBeAbsent: true }] : [],
        ),
  );
}

function withoutAnchors(pattern: string): string {
  return pattern.replace(/^\^/, "").replace(/(^|[^\\])\$$/, "$1");
}

function captureWithin(part: Capture | undefined, within: readonly Part[], at: number): Capture | undefined {
  // In nothing, too, that can be found.
  const first = at === 0 ? runsOf(within.slice(0, 1)) : undefined;
  const isFound = first !== undefined && isSettled(first, waysOn(within.slice(1)), true);
  const own: Capture | undefined = isFound
    ? { kind: "found", before: "^", upTo: sourceOf(first) }
    : captureAt(within, at, true);
  return part && own && { kind: "within", part, own };
}

/** What may follow, and whether that is all there is. */
interface Way {
  readonly runs: readonly Run[];
  readonly isAll: boolean;
}

function captureAt(parts: readonly Part[], position: number, isAnchored: boolean): Capture | undefined {
  const [before, own, after] = [parts.slice(0, position), parts[position], parts.slice(position + 1)];
  const [known, rest] = [lengthOf(before), lengthOf(after)];
  if (known !== undefined && rest !== undefined) return { kind: "between", before: known, after: rest };
  const runs = runsOf(before);
  if (runs === undefined || own === undefined) return undefined;
  const all = runsOf([...before, own]);
  if (all === undefined)
    return after.length === 0 && isSettled(runs, waysOn([own]), isAnchored)
      ? { kind: "rest", before: sourceOf(runs) }
      : undefined;
  return isSettled(all, waysOn(after), isAnchored)
    ? { kind: "found", before: sourceOf(runs), upTo: sourceOf(all) }
    : undefined;
}

/** What may follow, as far as it is told: `ms` or `s` of `(ms|s)`. Nothing where only a regular expression could say. */
function waysOn(parts: readonly Part[]): readonly Way[] | undefined {
  const simple = runsOf(parts);
  if (simple !== undefined) return [{ runs: simple, isAll: true }];
  const chosen = parts.findIndex((part) => runsOf([part]) === undefined);
  const before = runsOf(parts.slice(0, chosen));
  if (before?.some(({ mayBeNone }) => !mayBeNone)) return [{ runs: before, isAll: false }];
  const written = parts[chosen]?.source.replace(/^\(\?:([^()]*)\)$/, "$1") ?? "";
  const ways = written.split("|").flatMap((source) => {
    const own = runsOf([{ source, isCapture: false }]);
    return own?.some(({ mayBeNone }) => !mayBeNone) ? [own] : [];
  });
  if (before === undefined || ways.length < written.split("|").length) return undefined;
  return ways.map((own) => ({ runs: [...before, ...own], isAll: false }));
}

/** Does each run end where the next one begins, and does what need not take part say by itself whether it does? */
function isSettled(runs: readonly Run[], ways: readonly Way[] | undefined, isAnchored: boolean): boolean {
  if (ways === undefined) return false;
  return ways.every(({ runs: following, isAll }) => {
    const end = !isAll ? "unknown" : isAnchored ? "text" : "match";
    return areSettled(runs, takenOrNot(following), end);
  });
}

/** What stands behind all that is told of. */
type End = "text" | "match" | "unknown";

function areSettled(runs: readonly Run[], following: readonly (readonly Run[])[], end: End): boolean {
  return runs.every((run, at) => {
    const others = takenOrNot(runs.slice(at + 1));
    const next = others.flatMap((own) => following.map((then) => [...own, ...then]));
    const { within } = run;
    if (within === undefined) return next.every((then) => endsBefore(run, then));
    return (
      areSettled(within, next, end) &&
      takenOrNot(within).every((own) => next.every((then) => isOtherThan(own, then, end)))
    );
  });
}

/** What the text may go through, as each part that need not take part does or does not. */
function takenOrNot([run, ...others]: readonly Run[]): readonly (readonly Run[])[] {
  if (run === undefined) return [[]];
  const rest = takenOrNot(others);
  if (run.within === undefined) return rest.map((way) => [run, ...way]);
  const taken = takenOrNot(run.within).flatMap((own) => rest.map((way) => [...own, ...way]));
  return [...taken, ...rest];
}

/** Does it end where the next run begins, as no character may be of both? */
function endsBefore(run: Run, next: readonly Run[]): boolean {
  if (run.endsItself) return true;
  const sure = next.findIndex(({ mayBeNone }) => !mayBeNone);
  return next
    .slice(0, sure < 0 ? next.length : sure + 1)
    .every((other) => areAllApart(run.firsts, other.firsts));
}

/** Can no text go both ways, from the same place on? Where both begin with the same run, it ends at the same place. */
function isOtherThan(own: readonly Run[], way: readonly Run[], end: End): boolean {
  // Where nothing need follow, what can be taken is.
  return (way.length === 0 && end === "match") || isApart(own, way, end);
}

function isApart([own, ...more]: readonly Run[], way: readonly Run[], end: End): boolean {
  if (own === undefined) return false;
  const [then, ...others] = way;
  if (then === undefined) return end === "text" && [own, ...more].some(({ mayBeNone }) => !mayBeNone);
  if (own.mayBeNone && !isApart(more, way, end)) return false;
  if (then.mayBeNone && !isApart([own, ...more], others, end)) return false;
  if (areAllApart(own.firsts, then.firsts)) return true;
  const isSame = own.source === then.source && endsBefore(own, more) && endsBefore(then, others);
  return isSame && isApart(more, others, end);
}

function sourceOf(runs: readonly Run[]): string {
  return `^${runs.map(({ source }) => source).join("")}`;
}
