import { whiteSpace } from "@policyc/ir";
import { atomsOf, countsUnits, isOneCharacterAtAnEnd } from "./wide-atoms.js";

/** A JavaScript expression in RE2's syntax, or why the two would not agree. */
export type Translation =
  | { readonly kind: "same"; readonly pattern: string }
  | { readonly kind: "foreign"; readonly why: string }
  /** Right under the flag `u`: without it, JavaScript counts UTF-16 units. */
  | { readonly kind: "units" };

const lineEnds = "\\n\\r\\x{2028}\\x{2029}";

const refused: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, "it looks ahead or behind"],
  [/\\[1-9]|\\k</, "it refers back to a group"],
  [/\\[pP]\{/, "classes of Unicode depend on its version"],
  [/\\c/, "control characters are written differently"],
  [/\{\d{4,}|,\d{4,}\}/, "RE2 repeats at most 1000 times"],
];

/** The same of what stands between the brackets of a class. */
const refusedInClass: readonly (readonly [RegExp, string])[] = [
  [/^\^?$/, "RE2 has no empty class"],
  [/^(?:[^\\]|\\.)*?\\S/s, "`\\S` in a class cannot be said"],
  [/^(?:[^\\]|\\.)*?\\b/s, "`\\b` in a class is a backspace"],
  [/\[:/, "RE2 reads `[:` in a class as the beginning of a named class"],
];
const escapeOrClass = /\\[\s\S]|\[((?:\\[\s\S]|[^\]\\])*)\]/g;

const token = /\\u\{[^}]*\}|\\u[\s\S]{4}|\\x[\s\S]{2}|\\[\s\S]|\(\?<[^>]*>|[\s\S]/gu;

/** What is wanted of an expression: whether it matches anywhere, or what it matches. */
export type Wanted = "truth" | "parts";

/** The same set of texts in RE2: `$` is the very end there too, `.` leaves out JavaScript's four line ends. */
export function toRe2(source: string, flags: string, wanted: Wanted): Translation {
  const why = problemOf(source, flags);
  if (why !== undefined) return { kind: "foreign", why };
  const tokens = [...source.matchAll(token)].map(([text]) => text);
  const atoms = atomsOf(tokens);
  const isAskedAlike = wanted === "truth" && isOneCharacterAtAnEnd(atoms);
  if (!flags.includes("u") && countsUnits(atoms) && !isAskedAlike) return { kind: "units" };
  let inClass = false;
  let endsAt = -1;
  let pattern = "";
  for (const [position, text] of tokens.entries()) {
    const wasInClass = inClass;
    if (text === "[") inClass = true;
    if (text === "]") inClass = false;
    const isInClass = inClass && wasInClass;
    const isDash = tokens[position + 1] === "-" && tokens[position + 2] !== "]";
    const isEnd = position === endsAt;
    const end = isInClass && isDash && !isEnd ? tokens[position + 2] : undefined;
    if (end !== undefined) endsAt = position + 2;
    if (end !== undefined && flags.includes("i")) pattern += otherCases(text, end);
    pattern += translated(text, { inClass: isInClass, inRange: end !== undefined || isEnd, flags });
  }
  return { kind: "same", pattern };
}

function problemOf(source: string, flags: string): string | undefined {
  const unknown = [...flags].find((flag) => !"isu".includes(flag));
  if (unknown !== undefined) return `the flag \`${unknown}\` is not supported, only \`i\`, \`s\` and \`u\``;
  if (flags.includes("i") && flags.includes("u"))
    return "with `i` and `u` together the case of letters differs";
  const known = refused.find(([syntax]) => syntax.test(source));
  if (known !== undefined) return known[1];
  const classes = [...source.matchAll(escapeOrClass)].flatMap(([, content]) => content ?? []);
  const inClass = refusedInClass.find(([syntax]) => classes.some((content) => syntax.test(content)));
  if (inClass !== undefined) return inClass[1];
  if (flags.includes("i") && /[^\p{ASCII}]|\\[ux]/u.test(source))
    return "the case of letters outside ASCII differs";
  return isStrict(source) ? undefined : "it has an escape or bracket that only old JavaScript reads";
}

/** Under `u` JavaScript refuses what it reads for the sake of old pages alone, as a letter escaped without need. */
function isStrict(source: string): boolean {
  try {
    return new RegExp(source.replace(needless, "$1"), "u").source !== "";
  } catch {
    return false;
  }
}

/** Punctuation that is escaped without need means itself everywhere. */
const needless = /(?<=(?:^|[^\\])(?:\\\\)*)\\([-_"'`:;,@#%&=~<>! ])/g;

interface Place {
  readonly inClass: boolean;
  /** Whether it begins or ends a range, whose other case is written before it. */
  readonly inRange: boolean;
  readonly flags: string;
}

function translated(text: string, { inClass, inRange, flags }: Place): string {
  if (text === "\\/") return "/";
  if (text === "\\s") return inClass ? whiteSpace : `[${whiteSpace}]`;
  if (text === "\\S") return `[^${whiteSpace}]`;
  if (text === "." && !inClass) return flags.includes("s") ? "(?s:.)" : `[^${lineEnds}]`;
  if (text.startsWith("(?<")) return "(";
  if (/^\\u/.test(text)) return `\\x{${text.replace(/[^0-9a-fA-F]/g, "")}}`;
  if (/^\\[-_"'`:;,@#%&=~<>! ]$/.test(text)) return inClass && text === "\\-" ? text : text.slice(1);
  return flags.includes("i") && !inRange ? inBothCases(text, inClass) : text;
}

/** RE2 would take the Kelvin sign for a `k`; JavaScript, without `u`, takes ASCII letters alone. */
function inBothCases(text: string, inClass: boolean): string {
  if (!/^[a-zA-Z]$/.test(text)) return text;
  const both = `${text.toLowerCase()}${text.toUpperCase()}`;
  return inClass ? both : `[${both}]`;
}

/** The letters of a range in their other case, as ranges. */
function otherCases(first: string, last: string): string {
  const [from, to] = [unescaped(first), unescaped(last)];
  const part = (a: string, z: string): string => {
    const [low, high] = [from > a ? from : a, to < z ? to : z];
    const turned = (char: string): string =>
      char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
    return low > high ? "" : `${turned(low)}-${turned(high)}`;
  };
  return part("a", "z") + part("A", "Z");
}

/** `\.` is a full stop; `\n` and the like stand before all letters. */
function unescaped(text: string): string {
  if (!text.startsWith("\\")) return text;
  return /^\\[nrtvf0]$/.test(text) ? "\0" : text.slice(1);
}
