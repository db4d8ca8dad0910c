import { describe, expect, it } from "vitest";
import { parseInteger, parseNumber } from "./number.js";
import { sorted } from "./sorted.js";

describe("parseNumber", () => {
  it.each([
    ["0", 0],
    ["250", 250],
    ["-7", -7],
    ["0.5", 0.5],
    ["-12.000001", -12.000001],
    ["999999999999999", 999999999999999],
  ])("reads %s", (text, number) => expect(parseNumber(text)).toBe(number));
  it.each(["", " 1", "1 ", "-0", "01", "1.", ".5", "1.50", "1e3", "0x10", "Infinity", "1000000000000000"])(
    "finds no number in `%s`",
    (text) => expect(parseNumber(text)).toBeUndefined(),
  );
});

describe("parseInteger", () => {
  it.each([
    ["0", 0],
    ["8080", 8080],
    ["-999999999999999", -999999999999999],
  ])("reads %s", (text, number) => expect(parseInteger(text)).toBe(number));
  it.each(["", "007", "-0", "1.0", "0.5", "1e3", "+1", "1000000000000000"])(
    "finds no whole number in `%s`",
    (text) => expect(parseInteger(text)).toBeUndefined(),
  );
});

describe("sorted", () => {
  it("compares by code point, shorter before longer, and changes nothing", () => {
    const texts = ["b", "\u{1f600}", "", "\uffff", "ab", "a"];
    expect(sorted(texts)).toEqual(["", "a", "ab", "b", "\uffff", "\u{1f600}"]);
    expect(texts[0]).toBe("b");
  });
});
