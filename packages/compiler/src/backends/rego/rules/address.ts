import { callTerm, expr, not, type Rule, scalar, variable } from "../syntax.js";

const text = variable("text");

/** IPv4 in IPv6 (`::ffff:…`), which Kubernetes does not take. */
const mapped = "(?i)^[0:]*:ffff:([0-9a-f]{1,4}:[0-9a-f]{1,4}|[0-9.]+)(/[0-9]+)?$";
const notMapped = not(callTerm("regex.match", scalar(mapped), text));

/** OPA knows address ranges only: an address is one where it is a range of its own. */
function asRange(prefix: string): ReturnType<typeof expr> {
  return expr(
    callTerm(
      "net.cidr_is_valid",
      callTerm("concat", scalar(""), { kind: "array", items: [text, scalar(prefix)] }),
    ),
  );
}

export const addressRules = {
  ip: (name: string): readonly Rule[] => [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [
        { body: [not(callTerm("contains", text, scalar(":"))), asRange("/32")] },
        { body: [expr(callTerm("contains", text, scalar(":"))), asRange("/128"), notMapped] },
      ],
      comment: "Is the text an IPv4 or IPv6 address?",
    },
  ],
  cidr: (name: string): readonly Rule[] => [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [{ body: [expr(callTerm("net.cidr_is_valid", text)), notMapped] }],
      comment: "Is the text a range of IP addresses, such as 10.0.0.0/8?",
    },
  ],
};
