import type { Expectation, Pattern } from "@policyc/testing";
import type { JsonObject } from "../json.js";

/** What a policyc suite expects, in the words of a gator suite. */
export function assertionsOf(expectations: readonly Expectation[]): readonly JsonObject[] {
  return expectations.flatMap(assertionOf);
}

function assertionOf(expectation: Expectation): readonly JsonObject[] {
  switch (expectation.kind) {
    case "allow":
      return [{ violations: "no" }];
    case "never":
      throw new Error(`a suite of the library expects what no policy can do: ${expectation.because}`);
    case "violations":
      return [{ violations: expectation.wanted, ...messageOf(expectation.message) }];
    case "deny":
      return [
        { violations: expectation.count ?? "yes" },
        ...(expectation.messages ?? []).map((message) => ({ violations: "yes", ...messageOf(message) })),
      ];
  }
}

/** gator's messages are regular expressions; ours are text unless they stand between slashes. */
function messageOf(pattern: Pattern | undefined): JsonObject {
  if (pattern === undefined) return {};
  const { source, flags } = /^\/(?<source>.+)\/(?<flags>[imsu]*)$/s.exec(pattern.written)?.groups ?? {};
  if (source === undefined) return { message: pattern.written.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") };
  const go = (flags ?? "").replace("u", "");
  return { message: go === "" ? source : `(?${go})${source}` };
}
