/** Grammars that the SDK's functions share with both backends, in the syntax that RE2 and JavaScript have in common. */

/** What `parseInteger` of the SDK reads. */
export const integerPattern = "^(?:0|-?[1-9][0-9]{0,14})$";

/** What `parseNumber` of the SDK reads. */
export const numberPattern = "^(?:0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,8})\\.[0-9]{0,5}[1-9])$";

/**
 * JavaScript's white space (ECMA-262, `\s` and `trim`) between the brackets of a class of RE2, whose own `\s` is less:
 * the separators of Unicode are the same in all its versions since 6.3.
 */
export const whiteSpace = "\\s\\v\\pZ\\x{feff}";

const number = "(?:0|[1-9][0-9]*)";
const identifier = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";

/** A semantic version, semver.org 2.0.0. */
export const semverPattern = `^${number}\\.${number}\\.${number}(?:-${identifier}(?:\\.${identifier})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`;

/**
 * A Kubernetes quantity with a number in it, in RE2 syntax. Kubernetes' own parser takes `m`, `-` and `.` for 0, too,
 * and exponents of any length.
 */
export const quantityPattern =
  "^[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3}|[numkMGTPE]|[KMGTPE]i)?$";
