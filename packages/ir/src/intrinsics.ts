import { booleanType, integerType, numberType, stringType, type Type, unknownType } from "./type.js";

/**
 * Functions that every backend must lower, with their result types. Arguments are never absent;
 * `list.*` take a list first, `string.*` a string first, as their JavaScript methods do.
 * Their meaning is JavaScript's (strings by code point, see docs/language.md) or that of the SDK
 * function of the same name.
 */
export const intrinsics = {
  "string.startsWith": booleanType,
  "string.endsWith": booleanType,
  "string.includes": booleanType,
  /** -1 where it is not found. */
  "string.indexOf": integerType,
  /** The same for the last occurrence. */
  "string.lastIndexOf": integerType,
  "string.split": { kind: "list", element: stringType },
  /** (text): its code points, one after the other. */
  "string.characters": { kind: "list", element: stringType },
  /** (text, start, end): both integers, clamped, negative from the end; `end` may be left out. */
  "string.slice": stringType,
  "string.trim": stringType,
  /** What Go's `strings.TrimSpace` leaves, as an API server trims messages. */
  "string.trimSpace": stringType,
  "string.trimStart": stringType,
  "string.trimEnd": stringType,
  "string.toLowerCase": stringType,
  "string.toUpperCase": stringType,
  /** (text, letters): lower case, of which nothing is asked but ASCII; of what has one of the letters k and i, see `asciiCase`. */
  "string.toLowerAscii": stringType,
  /** (text, letters): upper case, of which nothing is asked but ASCII, and of these letters outside of it. */
  "string.toUpperAscii": stringType,
  /** (text, search, replacement): every occurrence of a plain string. */
  "string.replaceAll": stringType,
  /** The same of the first one. */
  "string.replaceFirst": stringType,
  /** (text, pattern): what stands between characters of a class, or between runs of them: see `charactersOf`. */
  "string.splitPattern": { kind: "list", element: stringType },
  /** (text, pattern, replacement): each of such matches, or what a pattern with `^` or `$` matches; the replacement is plain. */
  "string.replacePattern": stringType,
  /** Code points. */
  "string.length": integerType,
  /** (pattern, text): RE2 syntax, unanchored. */
  "string.matches": booleanType,
  /** (pattern, text): what the first match and its groups are; absent where nothing matches. See `capturesOf`. */
  "string.captures": { kind: "optional", of: { kind: "list", element: stringType } },
  /** (pattern, text): the same of all matches, of a pattern that matches no empty text. */
  "string.allCaptures": { kind: "list", element: { kind: "list", element: stringType } },
  /** (pattern, text): all that such a pattern matches. */
  "string.allMatches": { kind: "list", element: stringType },
  /** (list, value): a primitive. */
  "list.includes": booleanType,
  "list.length": integerType,
  /** (list of strings, separator). */
  "list.join": stringType,
  /** (list, start, end). */
  "list.slice": unknownType,
  /** (list): each value once, where it stands first; primitives. */
  "list.distinct": unknownType,
  /** (list of texts): by code point. */
  "list.sorted": { kind: "list", element: stringType },
  /** (list): the last element first. */
  "list.reversed": unknownType,
  "set.has": booleanType,
  "set.size": integerType,
  /** (list): a set of primitives. */
  "set.of": { kind: "set", element: unknownType },
  /** (map, key): `key in map`. */
  "map.has": booleanType,
  /** The keys of a map or record, sorted by code point. */
  "map.keys": { kind: "list", element: stringType },
  "map.size": integerType,
  /** (number): as JavaScript's template literal prints it. */
  "number.isInteger": booleanType,
  /** (number, or what else an object holds in its place): the number with all its digits. */
  "number.inFull": stringType,
  /** (text): absent where it is not written as a decimal number. */
  "number.parse": { kind: "optional", of: numberType },
  "number.parseInteger": { kind: "optional", of: integerType },
  /** (text): the number that up to 15 digits say, in other texts nothing; plain ones do not begin with a needless zero. */
  "number.ofDigits": { kind: "number", integer: true, natural: true },
  "number.ofPlainDigits": { kind: "number", integer: true, natural: true },
  /** (read): a field or an entry that is there, and not `null`. */
  "is.given": booleanType,
  /** (value): what `typeof` says of a primitive, and `Array.isArray` of a list. */
  "is.string": booleanType,
  "is.number": booleanType,
  "is.boolean": booleanType,
  "is.list": booleanType,
  "math.min": numberType,
  "math.max": numberType,
  "math.abs": numberType,
  "math.floor": numberType,
  "math.ceil": numberType,
  /** (list of numbers). */
  "list.sum": numberType,
  "list.min": numberType,
  "list.max": numberType,
  deepEqual: booleanType,
  /** (pattern, text): `*` is any run, `?` any one character. */
  globMatches: booleanType,
  /** (text): is it a Kubernetes quantity? */
  isQuantity: booleanType,
  /** (a, b): -1, 0 or 1; both are quantities. */
  compareQuantities: integerType,
  /** (text): a quantity in thousandths, to the nearest one. */
  milliValue: numberType,
  /** (text): is it a semantic version? */
  isSemver: booleanType,
  /** (a, b): -1, 0 or 1; both are semantic versions. */
  compareSemver: integerType,
  /** (text): is it an IP address, or an address range? */
  isIp: booleanType,
  isCidr: booleanType,
  /** (range, address or range): false where one of them cannot be read. */
  cidrContains: booleanType,
} as const satisfies Record<string, Type>;

export type IntrinsicName = keyof typeof intrinsics;
