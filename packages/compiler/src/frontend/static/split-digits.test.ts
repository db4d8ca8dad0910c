import { describe, expect, it } from "vitest";
import { digitsOfParts, type Place } from "./split-digits.js";

const upTo = (most: number, least = 1) => ({ least, most, mayLeadWithZeros: most > 1 });

describe("the digits between separators", () => {
  it.each<[string, string, Place, number, boolean]>([
    ["^\\d{1,5}(-\\d{1,5})?$", "-", 0, 5, true],
    ["^\\d{1,5}(-\\d{1,5})?$", "-", 1, 5, false],
    ["^\\d{1,5}(?:-\\d{1,4})$", "-", -1, 4, true],
    ["^\\d{1,3}(\\.\\d{1,3}){3}$", ".", 3, 3, true],
    ["^\\d{1,3}(\\.\\d{1,3}){3}$", ".", "any", 3, true],
    ["^\\d{1,2}:\\d{1,2}$", ":", 1, 2, true],
    ["^v\\d{1,2}[.]\\d{1,4}$", ".", 1, 4, true],
    ["^(?:\\d{1,3},)*\\d{1,2}$", ",", "any", 3, true],
    ["^\\d{1,3}(?:,\\d{1,2})+$", ",", 1, 3, true],
    ["^(?:\\d{1,2}/\\d{1,3}|\\d{1,4})$", "/", 0, 4, true],
  ])("%s by %s: part %s", (source, separator, place, most, isSure) => {
    expect(digitsOfParts(source, separator, place)).toEqual({ digits: upTo(most), isSure });
  });

  it.each<[string, string, Place]>([
    ["^v\\d{1,2}[.]\\d{1,4}$", ".", 0],
    ["^\\d{1,5}(-\\d{1,5})?$", "-", 2],
    ["^\\d{1,5}(-\\d{1,5})?", "-", 0],
    ["^[\\d-]{1,5}$", "-", "any"],
    ["^\\d.\\d$", "-", "any"],
    ["^\\d-?\\d$", "-", "any"],
    ["^(?:[a-z]\\.)*\\d$", ".", 2],
    ["^(?:\\d\\d){3,}-\\d$", "-", 0],
    ["^(?<from>\\d)-\\d$", "-", 0],
    ["^\\d\\b-\\d$", "-", 0],
    ["^\\d-\\d$", "--", 0],
    ["^\\d-\\d)$", "-", 0],
  ])("%s by %s: part %s may be something else", (source, separator, place) => {
    expect(digitsOfParts(source, separator, place)).toBeUndefined();
  });
});
