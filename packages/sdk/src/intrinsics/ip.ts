import { parseIp, parsePrefix } from "./ip-address.js";

/**
 * Is the text an IPv4 or IPv6 address? No zone (`%eth0`), no leading zeros, no IPv4 in IPv6 (`::ffff:…`), as in
 * Kubernetes' CEL library.
 *
 * @example isIp("10.0.0.1") // true
 */
export function isIp(text: string): boolean {
  return parseIp(text) !== undefined;
}

/**
 * Is the text a range of addresses, as in `10.0.0.0/8`? The address may have bits beyond the prefix.
 *
 * @example isCidr("10.0.0.0/8") // true
 */
export function isCidr(text: string): boolean {
  return parsePrefix(text) !== undefined;
}

/**
 * Is the address, or every address of the range, in the range? False where one of the two cannot be read, or one is
 * IPv4 and the other IPv6.
 *
 * @example cidrContains("10.0.0.0/8", "10.1.2.3") // true
 */
export function cidrContains(cidr: string, addressOrCidr: string): boolean {
  const outer = parsePrefix(cidr);
  const inner = parsePrefix(addressOrCidr) ?? parseIp(addressOrCidr);
  if (
    outer === undefined ||
    inner === undefined ||
    outer.width !== inner.width ||
    inner.length < outer.length
  )
    return false;
  const rest = BigInt(outer.width - outer.length);
  return outer.bits >> rest === inner.bits >> rest;
}
