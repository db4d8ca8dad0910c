/** Up to 15 digits, which a double holds exactly, and one way to write each number. */
const grammar = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9])$/;

/**
 * The number that a text says, absent where it says none: `Number("")` is 0 and `Number("x")` is NaN, which no policy
 * engine knows. Decimal notation without an exponent, without needless zeros; up to 15 digits, or 9 with up to 6 after
 * the point.
 *
 * @example parseNumber("250") // 250
 */
export function parseNumber(text: string): number | undefined {
  return grammar.test(text) ? Number(text) : undefined;
}
