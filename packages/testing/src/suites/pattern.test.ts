import { expect, test } from "vitest";
import { gatorPatternOf, patternOf } from "./pattern.js";

test.each([
  ["a part", "says a part of it", true],
  ["[a] (b)", "brackets [a] (b) are brackets", true],
  ["a.b", "axb", false],
  ["/a.b/", "axb", true],
  ["/^b/", "ab", false],
  ["/A/i", "a", true],
])("%s in %j: %s", (written, message, expected) => {
  expect(patternOf(written).matches(message)).toBe(expected);
});

test("gator's are always regular expressions, with RE2's flags in front", () => {
  expect(gatorPatternOf("^a.b$").matches("axb")).toBe(true);
  expect(gatorPatternOf("(?i)NOT").matches("is not allowed")).toBe(true);
  expect(() => gatorPatternOf("(")).toThrow();
});
