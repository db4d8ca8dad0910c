import { describe, expect, it } from "vitest";
import { capturesOf, groupsOf } from "./captures.js";

describe("the groups of a pattern", () => {
  it.each([
    ["^v(\\d+)$", [{ kind: "between", before: 1, after: 0 }]],
    ["^[a-z]{3}([^\\n]*)\\.x", [{ kind: "between", before: 3, after: 2 }]],
    ["^(reg|img)/[xX]", [{ kind: "between", before: 0, after: 2 }]],
    [
      "^([01]\\d|2[0-3]):([0-5]\\d)$",
      [
        { kind: "between", before: 0, after: 3 },
        { kind: "between", before: 3, after: 0 },
      ],
    ],
    ["^(?:ab|c[xd])([^\\n]*)(?:x|y)$", [{ kind: "between", before: 2, after: 1 }]],
    [
      "^([^/]+)/([^\\n]+)$",
      [
        { kind: "found", before: "^", upTo: "^[^/]+" },
        { kind: "found", before: "^[^/]+/", upTo: "^[^/]+/[^\\n]+" },
      ],
    ],
    ["^(\\d{1,5})h(?:0m)?(?:0s)?$", [{ kind: "found", before: "^", upTo: "^\\d{1,5}" }]],
    [
      "^(\\d+)(m|ms|[hd])$",
      [
        { kind: "found", before: "^", upTo: "^\\d+" },
        { kind: "rest", before: "^\\d+" },
      ],
    ],
    [
      "^arn:aws(?:-cn|-us)?:(\\d{12}):([^\\n]+)$",
      [
        { kind: "found", before: "^arn:aws(?:-cn|-us)?:", upTo: "^arn:aws(?:-cn|-us)?:\\d{12}" },
        {
          kind: "found",
          before: "^arn:aws(?:-cn|-us)?:\\d{12}:",
          upTo: "^arn:aws(?:-cn|-us)?:\\d{12}:[^\\n]+",
        },
      ],
    ],
    [
      "^v(\\d+)(alpha|beta)(\\d+)$",
      [
        { kind: "found", before: "^v", upTo: "^v\\d+" },
        { kind: "found", before: "^v\\d+", upTo: "^v\\d+(?:alpha|beta)" },
        { kind: "found", before: "^v\\d+(?:alpha|beta)", upTo: "^v\\d+(?:alpha|beta)\\d+" },
      ],
    ],
  ])("of %s are where they are in any match", (pattern, expected) => {
    expect(capturesOf(pattern)).toEqual(expected);
  });

  it.each([
    [
      "^(?:(\\d+)h)?(?:(\\d+)m)?$",
      [
        {
          kind: "within",
          part: { kind: "found", before: "^", upTo: "^(?:\\d+h)?" },
          own: { kind: "found", before: "^", upTo: "^\\d+" },
        },
        {
          kind: "within",
          part: { kind: "found", before: "^(?:\\d+h)?", upTo: "^(?:\\d+h)?(?:\\d+m)?" },
          own: { kind: "found", before: "^", upTo: "^\\d+" },
        },
      ],
    ],
    [
      "^([^:]+)(?::([^\\n]+))?$",
      [
        { kind: "found", before: "^", upTo: "^[^:]+" },
        {
          kind: "within",
          part: { kind: "found", before: "^[^:]+", upTo: "^[^:]+(?::[^\\n]+)?" },
          own: { kind: "between", before: 1, after: 0 },
        },
      ],
    ],
  ])("of %s stand in what need not take part", (pattern, expected) => {
    expect(capturesOf(pattern)).toEqual(expected);
  });

  it.each([
    "^(?:([^/]+)/)?([^:@]+)$",
    "^(x)?([^\\n]+)$",
    "^(?:(\\d+)h)?(\\d+)",
    "^(?:(\\d{2})h)?(?:(\\d+)[hm])?$",
    "^(a)?(ab)?$",
    "^([a-z:]*):([^:]+)$",
    "^(a+)(a?b)",
    "^(\\d{1,4})(\\d+)",
    "^(\\d+)(m|1s)",
    "^(\\d+)(m|s*)",
    "^(\\d+)(m|[|])",
    "^(?:ab|c|d{2})([^\\n]*)b$",
    "^(?:ab|c[)|])([^\\n]*)b$",
    "^(?:a|b\\|)([^\\n]*)b$",
    "^(?:www\\.)?([a-z]+)([^\\n]*)$",
    "^x*(m|ms)([^\\n]*)$",
    "^x*(?:a|b+)([^\\n]*)$",
    "^(\\d+)(?:-a)?(-b|-ac)([^\\n]*)$",
  ])("of %s are there, but the text does not say where", (pattern) => {
    expect(capturesOf(pattern)).toContain(undefined);
  });

  it.each([
    "^(a)|(b)$",
    "^(?:(a)|b)+",
    "\\b(\\d+)",
    "(a(b))",
    "()x",
    "((?:a*)*)b",
    "^(a)*",
    "^(?:(a)){2}",
    "^(?:a(?:(b))?)?$",
  ])("of %s are repeated, among alternatives, or stand in each other", (pattern) => {
    expect(capturesOf(pattern)).toBeUndefined();
  });

  it("are read as they are written", () => {
    expect(groupsOf("^v(\\d{1,5})\\.([0-9]+)$")).toEqual([
      { source: "\\d{1,5}", mayBeAbsent: false },
      { source: "[0-9]+", mayBeAbsent: false },
    ]);
    expect(groupsOf("^([a-z]+)(:1)?(?:-(x|y))?")).toEqual([
      { source: "[a-z]+", mayBeAbsent: false },
      { source: ":1", mayBeAbsent: true },
      { source: "x|y", mayBeAbsent: true },
    ]);
  });
});
