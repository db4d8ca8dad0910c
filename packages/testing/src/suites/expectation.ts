import type { Verdict } from "../evaluators/evaluator.js";
import type { Expectation, Pattern } from "./suite.js";

/** What is not as expected, in a sentence each; nothing where all is well. */
export function disappointments(verdict: Verdict, expectations: readonly Expectation[]): readonly string[] {
  return expectations.flatMap((expectation) => disappointment(verdict, expectation));
}

/** The expectation without its number of violations: whether there are any. */
export function uncounted(expectation: Expectation): Expectation {
  switch (expectation.kind) {
    case "allow":
    case "never":
      return expectation;
    case "deny":
      return {
        kind: "deny",
        ...(expectation.messages === undefined ? {} : { messages: expectation.messages }),
      };
    case "violations":
      return typeof expectation.wanted === "number" && expectation.wanted > 0
        ? { ...expectation, wanted: "yes" }
        : expectation;
  }
}

function disappointment(verdict: Verdict, expectation: Expectation): readonly string[] {
  switch (expectation.kind) {
    case "allow":
      return verdict.allowed ? [] : ["expected the object to be allowed, but it is denied"];
    case "deny":
      return denied(verdict, expectation);
    case "never":
      return [expectation.because];
    case "violations":
      return counted(verdict, expectation.wanted, expectation.message);
  }
}

function denied(
  { allowed, violations }: Verdict,
  { count, messages }: Extract<Expectation, { kind: "deny" }>,
): readonly string[] {
  if (allowed) return ["expected the object to be denied, but it is allowed"];
  if (count !== undefined && violations.length !== count) {
    return [
      `expected ${plural(count)}, but there ${violations.length === 1 ? "is" : "are"} ${violations.length}`,
    ];
  }
  if (messages === undefined) return [];
  const unsaid = messages.filter((pattern) => !violations.some(({ message }) => pattern.matches(message)));
  const unexpected = violations.filter(
    ({ message }) => !messages.some((pattern) => pattern.matches(message)),
  );
  return [
    ...unsaid.map(({ written }) => `expected the message \`${written}\`, which nothing says`),
    ...unexpected.map(({ message }) => `did not expect the message \`${message}\``),
  ];
}

/** gator's `Assertion.Run`. */
function counted(
  { violations }: Verdict,
  wanted: "yes" | "no" | number,
  pattern: Pattern | undefined,
): readonly string[] {
  const found = violations.filter(({ message }) => pattern === undefined || pattern.matches(message)).length;
  const what = pattern === undefined ? "" : ` with a message that matches \`${pattern.written}\``;
  if (wanted === "yes") return found > 0 ? [] : [`expected a violation${what}, but there is none`];
  const count = wanted === "no" ? 0 : wanted;
  return found === count
    ? []
    : [`expected ${plural(count)}${what}, but there ${found === 1 ? "is" : "are"} ${found}`];
}

function plural(count: number): string {
  if (count === 0) return "no violation";
  return count === 1 ? "1 violation" : `${count} violations`;
}
