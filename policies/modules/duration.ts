import { parseInteger } from "@policyc/sdk";

/**
 * The seconds of a duration as Go writes it (`1h30m`, `90s`, `0`), absent where the text is none. Fractions of seconds
 * and what is smaller are no duration here: nobody refreshes in milliseconds.
 */
export function durationSeconds(text: string): number | undefined {
  if (!isDuration(text)) return undefined;
  return 3600 * amount(text, "h") + 60 * amount(text, "m") + amount(text, "s");
}

function isDuration(text: string): boolean {
  return text !== "" && /^(0|([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?)$/.test(text);
}

/** The number before the unit: what is left of it when larger units are gone. */
function amount(text: string, unit: string): number {
  const before = text.slice(0, Math.max(text.indexOf(unit), 0));
  const digits = before.split("h").join(",").split("m").join(",");
  const [first = "", second = "", third = ""] = digits.split(",");
  const last = third !== "" ? third : second !== "" ? second : first;
  return parseInteger(withoutZeros(last)) ?? 0;
}

/** `05` is 5: Go writes `1h0m5s`, people write `1h05m`. */
function withoutZeros(digits: string): string {
  return /^0[0-9]+$/.test(digits) ? digits.slice(1) : digits;
}
