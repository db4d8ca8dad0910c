import { exactQuantity } from "./exact-quantity.js";

/**
 * Is the text a quantity, such as `500m`, `1.5`, `4Gi` or `1e3`? A number, perhaps with a sign, then one of
 * `n u m k M G T P E`, `Ki Mi Gi Ti Pi Ei`, or an exponent of up to three digits.
 *
 * @example isQuantity("500m") // true
 */
export function isQuantity(text: string): boolean {
  return exactQuantity(text) !== undefined;
}

/**
 * Compares two quantities by value, as Kubernetes' resource.Quantity does: exactly, but rounded up to whole
 * nano-units, and binary ones capped at 2^63-1. Negative where `a` is less, 0 where they are equal, positive where
 * `a` is greater. Both must be quantities: ask `isQuantity` first where you cannot know; other text counts as 0.
 *
 * @example compareQuantities("1Gi", "1000Mi") // 1
 */
export function compareQuantities(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [valueOrZero(a), valueOrZero(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * A quantity in thousandths, to the nearest one, so that quantities can be multiplied and divided: `1500` of `1.5`.
 * Exact up to 2^53 thousandths, which is 8 TiB; other text counts as 0.
 *
 * @example milliValue(limit) > 2 * milliValue(request)
 */
export function milliValue(quantity: string): number {
  const nano = valueOrZero(quantity);
  const half = nano < 0n ? -500_000n : 500_000n;
  return Number((nano + half) / 1_000_000n);
}

function valueOrZero(text: string): bigint {
  return exactQuantity(text) ?? 0n;
}
