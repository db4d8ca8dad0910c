import type { HostFunctions } from "@policyc/engine";
import { compareSemver, isCidr, isSemver } from "@policyc/sdk";

/**
 * Built-ins that OPA compiles to a call of the host, and that emitted Rego uses. Their meaning is OPA's; where OPA
 * takes more than the SDK (IPv4 in IPv6, leading zeros), the emitted rule refuses that beforehand.
 */
export const hostFunctions: HostFunctions = {
  "semver.compare": (a = "", b = "") => (isSemver(a) && isSemver(b) ? compareSemver(a, b) : undefined),
  "semver.is_valid": (text = "") => isSemver(text),
  "net.cidr_is_valid": (text = "") => isCidr(text),
};
