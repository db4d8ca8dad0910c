/** `[sign]digits[.digits][suffix]`, the grammar of Kubernetes' resource.Quantity. */
const grammar = /^([+-]?)(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3}|[numkMGTPE]|[KMGTPE]i)?$/;

const binary: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

/** A quantity as an exact fraction: `units / 10^scale`. */
interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

/**
 * Is the text a quantity, such as `500m`, `1.5`, `4Gi` or `1e3`?
 *
 * @example isQuantity("500m") // true
 */
export function isQuantity(text: string): boolean {
  return grammar.test(text);
}

/**
 * Compares two quantities by value, exactly: negative where `a` is less, 0 where they are equal, positive where
 * `a` is greater. Both must be quantities: ask `isQuantity` first where you cannot know.
 *
 * @example compareQuantities("1Gi", "1000Mi") // 1
 */
export function compareQuantities(a: string, b: string): -1 | 0 | 1 {
  const left = exact(a);
  const right = exact(b);
  const scale = Math.max(left.scale, right.scale);
  const difference = left.units * 10n ** BigInt(scale - left.scale) - right.units * 10n ** BigInt(scale - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function exact(text: string): Exact {
  const [, sign = "", digits = "0", suffix = ""] = grammar.exec(text) ?? [];
  const [whole = "", fraction = ""] = digits.split(".");
  const units = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}` || "0");
  const shift = binary[suffix];
  if (shift !== undefined) return { units: units << shift, scale: fraction.length };
  const exponent = /^[eE]/.test(suffix) ? Number(suffix.slice(1)) : (decimal[suffix] ?? 0);
  return exponent >= fraction.length
    ? { units: units * 10n ** BigInt(exponent - fraction.length), scale: 0 }
    : { units, scale: fraction.length - exponent };
}
