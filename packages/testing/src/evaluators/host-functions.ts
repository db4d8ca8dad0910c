import type { HostFunctions } from "@policyc/engine";
import { compareSemver, isCidr, isSemver } from "@policyc/sdk";

/**
 * Built-ins that OPA compiles to a call of the host, and that emitted Rego uses. Their meaning is OPA's; where OPA
 * takes more than the SDK (IPv4 in IPv6, leading zeros), the emitted rule refuses that beforehand.
 */
export const hostFunctions: HostFunctions = {
  indexof_n: (text = "", search = "") => positionsOf([...text], [...search]),
  "semver.compare": (a = "", b = "") => (isSemver(a) && isSemver(b) ? compareSemver(a, b) : undefined),
  "semver.is_valid": (text = "") => isSemver(text),
  "net.cidr_is_valid": (text = "") => isCidr(text),
  "strings.any_prefix_match": (text, affixes) =>
    anyMatch(text, affixes, (whole, affix) => whole.startsWith(affix)),
  "strings.any_suffix_match": (text, affixes) =>
    anyMatch(text, affixes, (whole, affix) => whole.endsWith(affix)),
};

/** One text against one, or a list of them; without a result where something else is among them. */
function anyMatch(
  text: unknown,
  affixes: unknown,
  matches: (text: string, affix: string) => boolean,
): boolean | undefined {
  const all: readonly unknown[] = Array.isArray(affixes) ? affixes : [affixes];
  const texts = all.filter((affix) => typeof affix === "string");
  if (typeof text !== "string" || texts.length < all.length) return undefined;
  return texts.some((affix) => matches(text, affix));
}

/** In characters; also where they overlap. */
function positionsOf(text: readonly string[], search: readonly string[]): number[] {
  return text.flatMap((_, start) =>
    search.every((character, offset) => text[start + offset] === character) ? [start] : [],
  );
}
