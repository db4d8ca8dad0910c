import { plainTextOf } from "./plain-text.js";

/** A pattern of one character of several, or of a run of them: `,`, `\s+`, `[^a-z]`. */
export interface Characters {
  /** The class of RE2. */
  readonly own: string;
  /** The class of all other characters. */
  readonly others: string;
  /** Is it a run? */
  readonly repeated: boolean;
  /** One of the characters. */
  readonly one: string;
}

/** What a pattern of RE2 says that is no more than a class; `undefined` for any other. */
export function charactersOf(pattern: string): Characters | undefined {
  const repeated = /(?:^|[^\\])(?:\\\\)*[^\\]\+$|\\[^\\]\+$/.test(pattern);
  const own = repeated ? pattern.slice(0, -1) : pattern;
  const others = complementOf(own);
  const one = others === undefined ? undefined : memberOf(own);
  return others === undefined || one === undefined ? undefined : { own, others, repeated, one };
}

function complementOf(own: string): string | undefined {
  const [, negated, characters] = /^\[(\^?)((?:\\x\{[0-9a-fA-F]+\}|\\.|[^\]\\])+)\]$/u.exec(own) ?? [];
  if (characters !== undefined) return `[${negated === "^" ? "" : "^"}${characters}]`;
  if (/^\\[dDwW]$/.test(own)) return own === own.toLowerCase() ? own.toUpperCase() : own.toLowerCase();
  const text = plainTextOf(own);
  return text !== undefined && [...text].length === 1 ? `[^${own}]` : undefined;
}

const candidates = [",", " ", ";", "/", ":", "-", "_", ".", "a", "A", "0", "\n", "\t", "é"];

/** A character of the class. */
function memberOf(own: string): string | undefined {
  const plain = plainTextOf(own);
  if (plain !== undefined) return plain;
  const written = own
    .replace(/\\x\{([0-9a-fA-F]+)\}/g, "\\u{$1}")
    .replaceAll("\\pZ", "\\p{Z}")
    .replace(/\\([^a-zA-Z0-9^$\\.*+?()[\]{}|/-])/g, "$1");
  const named = [...own.matchAll(/\\?([^\\])/gu)].flatMap(([, char]) => char ?? []);
  const regex = new RegExp(`^${written}$`, "u");
  return [...candidates, ...named].find((char) => regex.test(char));
}
