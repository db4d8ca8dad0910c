import type { Integer } from "../kind.js";

/** Up to 15 digits, which a double holds exactly, and one way to write each number. */
const integer = /^(?:0|-?[1-9]\d{0,14})$/;
const number = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9])$/;

/**
 * The number that a text says, absent where it says none: `Number("")` is 0 and `Number("x")` is NaN, which no policy
 * engine knows. Decimal notation without an exponent, without needless zeros; up to 15 digits, or 9 with up to 6 after
 * the point.
 *
 * What is read may have a fraction, so that it is compared or rounded, not computed with: for that there is `parseInteger`.
 *
 * @example parseNumber("0.5") // 0.5
 */
export function parseNumber(text: string): number | undefined {
  return number.test(text) ? Number(text) : undefined;
}

/**
 * The whole number that a text says, absent where it says none: a port, a percentage, a part of a version. Decimal
 * notation of up to 15 digits without needless zeros.
 *
 * @example parseInteger("250") // 250
 * @example parseInteger("2.5") // undefined
 */
export function parseInteger(text: string): Integer | undefined {
  return integer.test(text) ? Number(text) : undefined;
}
