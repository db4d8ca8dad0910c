/** An address with the length of its prefix: all of it where it stands alone. */
export interface Prefix {
  readonly width: 32 | 128;
  readonly bits: bigint;
  readonly length: number;
}

/** An address, or `undefined` where the text is none. The grammar is that of Go's netip.ParseAddr. */
export function parseIp(text: string): Prefix | undefined {
  const isV6 = text.includes(":");
  const bits = isV6 ? ipv6(text) : ipv4(text);
  const isMapped = isV6 && bits !== undefined && bits >> 32n === 0xffffn;
  if (bits === undefined || isMapped) return undefined;
  const width = isV6 ? 128 : 32;
  return { width, bits, length: width };
}

/** `address/length`. */
export function parsePrefix(text: string): Prefix | undefined {
  const [address = "", length = "", ...rest] = text.split("/");
  const ip = parseIp(address);
  if (
    ip === undefined ||
    rest.length > 0 ||
    !/^(?:0|[1-9]\d{0,2})$/.test(length) ||
    Number(length) > ip.width
  )
    return undefined;
  return { ...ip, length: Number(length) };
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split(".");
  const isAddress =
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return isAddress ? joined(parts.map(BigInt), 8n) : undefined;
}

function ipv6(text: string): bigint | undefined {
  const [head = "", tail, ...more] = withoutDots(text).split("::");
  if (more.length > 0) return undefined;
  const before = groups(head);
  const after = groups(tail ?? "");
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...before, ...Array<string>(Math.max(missing, 0)).fill("0"), ...after];
  return all.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))
    ? joined(
        all.map((group) => BigInt(`0x${group}`)),
        16n,
      )
    : undefined;
}

/** `::1.2.3.4` with its last four bytes as two groups. */
function withoutDots(text: string): string {
  const start = text.lastIndexOf(":") + 1;
  const bits = ipv4(text.slice(start));
  return bits === undefined
    ? text
    : `${text.slice(0, start)}${(bits >> 16n).toString(16)}:${(bits & 0xffffn).toString(16)}`;
}

function groups(text: string): readonly string[] {
  return text === "" ? [] : text.split(":");
}

function joined(parts: readonly bigint[], width: bigint): bigint {
  return parts.reduce((bits, part) => (bits << width) | part, 0n);
}
