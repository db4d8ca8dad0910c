/**
 * The JSON of a request. What Rego is asked about has its numbers as Gatekeeper hands them to OPA: Go's `float64`, which
 * writes 1000000 as 1e+06, so that Rego is seen to print what a cluster would print.
 */
export function requestText(op: string, request: object): string {
  const whole = { op, ...request };
  const text = JSON.stringify(whole);
  if (op !== "rego.eval" || !/\d{7}/.test(text)) return text;
  return JSON.stringify(whole, marked).replaceAll(new RegExp(`"${mark}([^"]+)"`, "g"), "$1");
}

/** In front of what stands in the text as a number; no text of a manifest has it. */
const mark = "@number-of-go@";

function marked(_key: string, value: unknown): unknown {
  if (typeof value !== "number" || Math.abs(value) < 1_000_000) return value;
  const [digits, power = ""] = value.toExponential().split("e+");
  return `${mark}${digits}e+${power.padStart(2, "0")}`;
}
