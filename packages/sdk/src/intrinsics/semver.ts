/** The grammar of semver.org 2.0.0, with numbers and text apart. */
const number = "(0|[1-9]\\d*)";
const identifier = "(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
const grammar = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`,
  "u",
);

/**
 * Is the text a semantic version (semver.org 2.0.0)? Three numbers are needed, and no `v` in front.
 *
 * @example isSemver("1.29.0-rc.1") // true
 */
export function isSemver(text: string): boolean {
  return grammar.test(text);
}

/**
 * Which of two semantic versions comes first: -1 where `a` is older, 0 where they rank the same, 1 where `a` is
 * newer. Build metadata does not count. Both must be versions: ask `isSemver` first where you cannot know; other
 * text counts as `0.0.0`.
 *
 * @example compareSemver("1.29.0-rc.1", "1.29.0") // -1
 */
export function compareSemver(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [parse(a), parse(b)];
  const release = firstDifference(left.release, right.release, compareNumbers);
  if (release !== 0) return release;
  // A version without a pre-release is newer than one with it.
  if (left.preRelease.length === 0 || right.preRelease.length === 0)
    return compareNumbers(`${right.preRelease.length}`, `${left.preRelease.length}`);
  return firstDifference(left.preRelease, right.preRelease, compareIdentifiers);
}

interface Version {
  readonly release: readonly string[];
  readonly preRelease: readonly string[];
}

function parse(text: string): Version {
  const [, major = "0", minor = "0", patch = "0", preRelease] = grammar.exec(text) ?? [];
  return { release: [major, minor, patch], preRelease: preRelease?.split(".") ?? [] };
}

type Compare = (a: string, b: string) => -1 | 0 | 1;

/** Of two lists that begin alike the shorter comes first. */
function firstDifference(a: readonly string[], b: readonly string[], compare: Compare): -1 | 0 | 1 {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const difference = compare(left, right);
    if (difference !== 0) return difference;
  }
  return a.length < b.length ? -1 : 0;
}

const compareNumbers: Compare = (a, b) => (BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : 0);

/** Numbers by value, before text; text by ASCII. */
const compareIdentifiers: Compare = (a, b) => {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && isOtherNumber) return compareNumbers(a, b);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};
