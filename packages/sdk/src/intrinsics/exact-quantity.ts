/** `[sign]digits[.digits][suffix]`, the grammar that resource.Quantity documents. */
const grammar = /^([+-]?)(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3}|[numkMGTPE]|[KMGTPE]i)?$/;

const binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"] as const;
const decimalSuffixes: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  "": 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** Go's resource.Quantity caps binary quantities at 2^63-1. */
const largestBinary = (2n ** 63n - 1n) * 10n ** 9n;

/** The value of a quantity in nano-units, as Kubernetes holds it, or `undefined` where the text is none. */
export function exactQuantity(text: string): bigint | undefined {
  const match = grammar.exec(text);
  if (match === null) return undefined;
  const [, sign, digits = "0", suffix = ""] = match;
  const [whole = "", fraction = ""] = digits.split(".");
  const unscaled = BigInt(`${whole}${fraction}`);
  const power = binarySuffixes.findIndex((name) => name !== "" && name === suffix);
  const exponent = power > 0 ? 0 : (decimalSuffixes[suffix] ?? Number(suffix.slice(1)));
  const magnitude = scaled(
    power > 0 ? unscaled << BigInt(10 * power) : unscaled,
    exponent - fraction.length + 9,
  );
  const nano = power > 0 && magnitude > largestBinary ? largestBinary : magnitude;
  return sign === "-" ? -nano : nano;
}

/** `units * 10^exponent`, rounded up: Kubernetes never makes something of nothing, nor nothing of something. */
function scaled(units: bigint, exponent: number): bigint {
  if (exponent >= 0) return units * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  return (units + divisor - 1n) / divisor;
}
