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
};

/** In characters; also where they overlap. */
function positionsOf(text: readonly string[], search: readonly string[]): number[] {
  return text.flatMap((_, start) =>
    search.every((character, offset) => text[start + offset] === character) ? [start] : [],
  );
}
