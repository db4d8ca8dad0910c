import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Capture, capturesOf } from "./captures.js";

const oneOf = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const joined = (part: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(part, { minLength: 1, maxLength }).map((parts) => parts.join(""));

const run = fc
  .tuple(
    oneOf("[a-c]", "\\d", "[^:]", "[a-z0-9]", "x", "h", "m", ":", "1"),
    oneOf("", "+", "*", "?", "{2}", "{1,2}"),
  )
  .map(([characters, often]) => `${characters}${often}`);
const words = oneOf("a|b", "ms|m", "x1|h2", "h|m|1").map((ways) => `(${ways})`);
const group = fc.oneof(
  words,
  joined(run, 2).map((runs) => `(${runs})`),
);
const optional = fc.oneof(
  joined(fc.oneof(run, group), 3).map((parts) => `(?:${parts})?`),
  run.map((one) => `(${one})?`),
);
const pattern = fc
  .tuple(oneOf("^", ""), joined(fc.oneof(run, group, optional), 4), oneOf("$", ""))
  .map((parts) => parts.join(""));
const text = fc
  .array(oneOf("a", "b", "c", "h", "1", "m", "2", ":", "x"), { maxLength: 8 })
  .map((letters) => letters.join(""));

const find = (within: string, wanted: string): string => new RegExp(wanted, "s").exec(within)?.[0] ?? "";

/** As CEL reads it: a position out of the text is an error there. */
function substring(of: string, from: number, to = of.length): string {
  if (from < 0 || from > to || to > of.length) throw new Error(`${from} to ${to} of ${of}`);
  return of.slice(from, to);
}

function readOf(found: string, capture: Capture): string {
  switch (capture.kind) {
    case "between":
      return substring(found, capture.before, found.length - capture.after);
    case "rest":
      return substring(found, find(found, capture.before).length);
    case "found":
      return substring(find(found, capture.upTo), find(found, capture.before).length);
    case "within": {
      const part = readOf(found, capture.part);
      return part === "" ? "" : readOf(part, capture.own);
    }
  }
}

describe("the groups of any pattern", () => {
  it("are where JavaScript finds them, or it is not said where they are", () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 20, maxLength: 20 }), (written, texts) => {
        const captures = capturesOf(written);
        for (const one of texts) {
          const [found, ...groups] = new RegExp(written, "s").exec(one) ?? [];
          if (found === undefined || captures === undefined) continue;
          const read = captures.map((capture, at) => (capture ? readOf(found, capture) : (groups[at] ?? "")));
          expect(read, `${written} in ${one}`).toEqual(groups.map((taken) => taken ?? ""));
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  }, 60_000);
});
