import { type Body, callTerm, expr, not, type Rule, scalar, variable } from "../syntax.js";

const [text, range, inner] = [variable("text"), variable("range"), variable("inner")];

/** IPv4 in IPv6 (`::ffff:…`), which Kubernetes does not take. */
const mapped = "(?i)^[0:]*:ffff:([0-9a-f]{1,4}:[0-9a-f]{1,4}|[0-9.]+)(/[0-9]+)?$";
const notMapped = not(callTerm("regex.match", scalar(mapped), text));

/** OPA knows address ranges only: an address is one where it is a range of its own. */
function asRange(prefix: string): Body[number] {
  const whole = callTerm("concat", scalar(""), { kind: "array", items: [text, scalar(prefix)] });
  return expr(callTerm("net.cidr_is_valid", whole));
}

const isV6 = callTerm("contains", text, scalar(":"));

export function ipRule(name: string): readonly Rule[] {
  return [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [{ body: [not(isV6), asRange("/32")] }, { body: [expr(isV6), asRange("/128"), notMapped] }],
      comment: "Is the text an IPv4 or IPv6 address?",
    },
  ];
}

export function cidrRule(name: string): readonly Rule[] {
  return [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [
        {
          body: [
            // OPA would take a length with leading zeros.
            expr(callTerm("regex.match", scalar("/(0|[1-9][0-9]*)$"), text)),
            expr(callTerm("net.cidr_is_valid", text)),
            notMapped,
          ],
        },
      ],
      comment: "Is the text a range of IP addresses, such as 10.0.0.0/8?",
    },
  ];
}

/** `isCidr` and `isIp` are the names of the two rules above. */
export function cidrContainsRule(isCidr: string, isIp: string): (name: string) => readonly Rule[] {
  const contained = expr(callTerm("net.cidr_contains", range, inner));
  const isRange = expr(callTerm(isCidr, range));
  return (name) => [
    {
      kind: "function",
      name,
      args: ["range", "inner"],
      ways: [
        { body: [isRange, expr(callTerm(isCidr, inner)), contained] },
        { body: [isRange, expr(callTerm(isIp, inner)), contained] },
      ],
      comment: "Is the address, or every address of the inner range, in the range?",
    },
  ];
}
