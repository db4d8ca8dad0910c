import { describe, expect, it } from "vitest";
import { digitsOf } from "./digits.js";

describe("digitsOf", () => {
  it.each([
    ["^\\d{1,5}$", 1, 5, true],
    ["^[0-9]+$", 1, Number.POSITIVE_INFINITY, true],
    ["^(0|[1-9]\\d{0,4})$", 1, 5, false],
    ["^(?:[1-9][0-9]?|100)$", 1, 3, false],
    ["^0?[1-9]$", 1, 2, true],
    ["^\\d?$", 0, 1, false],
    ["^1[05]{2}$", 3, 3, false],
    ["^\\d{2,}$", 2, Number.POSITIVE_INFINITY, true],
  ])("%s", (source, least, most, mayLeadWithZeros) => {
    expect(digitsOf(source)).toEqual({ least, most, mayLeadWithZeros });
  });

  it.each([
    "\\d{1,5}",
    "^\\d{1,5}",
    "^[0-9-]{1,3}$",
    "^-?\\d{1,3}$",
    "^\\d{1,3}|x$",
    "^(\\d|a)$",
    "^(\\d)(\\d)$",
    "^.$",
  ])("%s lets through others, or is not understood", (source) => {
    expect(digitsOf(source)).toBeUndefined();
  });
});
