import { expect, test } from "vitest";
import { digitsBetween } from "./cut-digits.js";

const plain = { mayLeadWithZeros: true };

test.each([
  ["^\\d{1,5}[smh]$", 0, 1, { least: 1, most: 5, ...plain }],
  ["^v\\d{1,3}$", 1, 0, { least: 1, most: 3, ...plain }],
  ["^\\*\\/\\d{1,2}$", 2, 0, { least: 1, most: 2, ...plain }],
  ["^(?:Mi|Gi)[0-9]+x$", 2, 1, { least: 1, most: Number.POSITIVE_INFINITY, ...plain }],
])("%s without the first %d and the last %d characters is digits", (source, before, after, digits) => {
  expect(digitsBetween(source, before, after)).toEqual(digits);
});

test.each([
  ["^\\d{1,5}[smh]$", 0, 0],
  ["^\\d{1,5}[smh]$", 0, 2],
  ["^\\d{1,5}(?:ms|s)$", 0, 1],
  ["^v?\\d{1,5}$", 1, 0],
  ["\\d{1,5}[smh]$", 0, 1],
  ["^\\d{1,5}[smh]|x$", 0, 1],
  ["^\\d{1,5}.$", 0, 1],
  ["^\\d{1,5}\\b$", 0, 1],
  ["^\\d{2}x$", 0, 3],
  ["^\\d{1,5}[^0-9]$", 0, 1],
  ["^\\d{1,5}\\D$", 0, 1],
  ["^\\d{1,5}é$", 0, 1],
])("nobody knows that of %s without %d and %d", (source, before, after) => {
  expect(digitsBetween(source, before, after)).toBeUndefined();
});
