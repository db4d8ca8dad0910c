import { at, optionalText } from "../json.js";

/** What a case's assertions mean for an engine that answers yes or no, with one message for all violations. */
export interface Expectation {
  readonly verdict: "allowed" | "denied";
  /** Each must be found in the message of the denial. */
  readonly messages: readonly RegExp[];
}

/** No assertion at all means no violation, as gator has it; one that says only a message wants one at least. */
export function expectationOf(assertions: readonly unknown[]): Expectation {
  const wanted = assertions.filter((assertion) => wantsViolations(at(assertion, "violations") ?? "yes"));
  return {
    verdict: wanted.length > 0 ? "denied" : "allowed",
    messages: wanted.flatMap((assertion) => {
      const message = optionalText(at(assertion, "message"));
      return message === undefined ? [] : [expressionOf(message)];
    }),
  };
}

function wantsViolations(count: unknown): boolean {
  return count === "yes" || count === true || (typeof count === "number" && count > 0);
}

/** gator's messages are written for Go, where flags stand in the expression itself. */
function expressionOf(message: string): RegExp {
  const { flags = "", rest = message } = /^\(\?(?<flags>[ims]+)\)(?<rest>.*)$/s.exec(message)?.groups ?? {};
  return new RegExp(rest, `u${flags}`);
}
