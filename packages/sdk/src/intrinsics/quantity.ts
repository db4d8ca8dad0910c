import { binarySuffixes, type ExactQuantity, exactQuantity } from "./exact-quantity.js";

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
  const [left, right] = [valueOrZero(a).nano, valueOrZero(b).nano];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * A quantity in thousandths, to the nearest one, so that quantities can be multiplied and divided: `1500` of `1.5`.
 * Exact up to 2^53 thousandths, which is 8 TiB; other text counts as 0.
 *
 * @example milliValue(limit) > 2 * milliValue(request)
 */
export function milliValue(quantity: string): number {
  const { nano } = valueOrZero(quantity);
  const half = nano < 0n ? -500_000n : 500_000n;
  return Number((nano + half) / 1_000_000n);
}

/**
 * The sum of two quantities, written as Kubernetes writes it: without a fraction, with the largest suffix, in the
 * style of the first (of the second where the first is 0).
 *
 * @example addQuantities("1.5Gi", "512Mi") // "2Gi"
 */
export function addQuantities(a: string, b: string): string {
  const [left, right] = [valueOrZero(a), valueOrZero(b)];
  return canonical({ nano: left.nano + right.nano, format: left.nano === 0n ? right.format : left.format });
}

function valueOrZero(text: string): ExactQuantity {
  return exactQuantity(text) ?? { nano: 0n, format: "decimal" };
}

const unit = 10n ** 9n;
const suffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];

/** As Go's Quantity.String: binary only for whole numbers from 1024 on. */
function canonical({ nano, format }: ExactQuantity): string {
  if (nano === 0n) return "0";
  const magnitude = nano < 0n ? -nano : nano;
  const sign = nano < 0n ? "-" : "";
  const isBinary = format === "binary" && magnitude % unit === 0n && magnitude >= 1024n * unit;
  if (isBinary) {
    const [mantissa, power] = reduced(magnitude / unit, 1024n, binarySuffixes.length - 1);
    return `${sign}${mantissa}${binarySuffixes[power]}`;
  }
  const [mantissa, power] = reduced(magnitude, 1000n, suffixes.length - 1);
  const exponent = 3 * power - 9;
  if (format === "exponent") return `${sign}${mantissa}${exponent === 0 ? "" : `e${exponent}`}`;
  return `${sign}${mantissa}${suffixes[power]}`;
}

/** How often the base divides the value, and what is left. */
function reduced(value: bigint, base: bigint, most: number): readonly [bigint, number] {
  const divides = Array.from({ length: most }, (_, index) => index + 1).filter(
    (power) => value % base ** BigInt(power) === 0n,
  );
  const power = divides.at(-1) ?? 0;
  return [value / base ** BigInt(power), power];
}
