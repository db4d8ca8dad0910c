import { describe, expect, it } from "vitest";
import { codePointLength, codePointSlice } from "./code-points.js";
import { globMatches } from "./glob.js";
import { regexMatches } from "./regex.js";

describe("globMatches", () => {
  it.each([
    ["*", "", true],
    ["kube-*", "kube-system", true],
    ["kube-*", "my-kube-system", false],
    ["*-dev", "shop-dev", true],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["?", "😀", true],
    ["a*c", "a\n\u2028c", true],
    ["a.c", "abc", false],
    ["[ab]", "a", false],
    ["[ab]", "[ab]", true],
    ["a\\*", "a\\b", true],
    ["^$(){}|+/-", "^$(){}|+/-", true],
  ])("%j on %j: %s", (pattern, text, expected) => {
    expect(globMatches(pattern, text)).toBe(expected);
  });
});

describe("regexMatches", () => {
  it.each([
    ["b", "abc", true],
    ["^b", "abc", false],
    ["^a.c$", "a\nc", false],
    ["^a.c$", "a\u2028c", true],
    ["^a.c$", "a😀c", true],
    ["a$", "a\n", false],
    ["^\\s$", "\u00a0", false],
    ["^\\s$", "\v", false],
    ["^[\\s]$", "\f", true],
    ["^\\S$", "\u00a0", true],
    ["^[^\\s]$", "\u00a0", true],
    ["^[.]$", "x", false],
    ["^[(?=]$", "(", true],
    ["(?i)^TEAM$", "team", true],
    ["(?s)a.c", "a\nc", true],
    ["(?m)^b$", "a\nb", true],
    ["^\\d$", "٣", false],
  ])("%j on %j: %s", (pattern, text, expected) => {
    expect(regexMatches(pattern, text)).toBe(expected);
  });
  it.each([
    "(?=a)",
    "(?<!a)",
    "(a)\\1",
    "(?<n>a)\\k<n>",
    "\\u0041",
    "[]",
    "[^]",
    "(",
    "[[:alpha:]]",
    "\\pL",
    "\\z",
    "\\Qa\\E",
    "[\\S]",
  ])("throws on %s", (pattern) => {
    expect(() => regexMatches(pattern, "a")).toThrow(SyntaxError);
  });
});

it("codePointSlice cuts between characters", () => {
  expect(codePointSlice("a😀b", 1, 2)).toBe("😀");
  expect(codePointSlice("a😀b", -2)).toBe("😀b");
});

it("codePointLength counts an emoji once", () => {
  expect(codePointLength("a😀")).toBe(2);
});
