import { describe, expect, it } from "vitest";
import { compareQuantities, isQuantity } from "./quantity.js";

describe("isQuantity", () => {
  it.each(["0", "500m", "1.5", ".5", "1.", "-2", "+3k", "4Gi", "1E", "1e3", "1E-3", "12Ei", "7n", "7u"])(
    "takes %s",
    (text) => {
      expect(isQuantity(text)).toBe(true);
    },
  );
  it.each(["", " 1", "1 ", "m", "-", ".", "1mi", "1K", "1ki", "1e", "1Gib", "0x10", "1,5", "1e1000"])(
    "refuses %j",
    (text) => {
      expect(isQuantity(text)).toBe(false);
    },
  );
});

describe("compareQuantities", () => {
  it.each([
    ["1", "1000m", 0],
    ["1Gi", "1000Mi", 1],
    ["1G", "1Gi", -1],
    ["1E", "1000P", 0],
    ["1Ei", "1E", 1],
    ["1e3", "1k", 0],
    ["1E3", "1k", 0],
    ["1.5Gi", "1536Mi", 0],
    ["-1", "0", -1],
    ["9007199254740993", "9007199254740992", 1],
    ["0.1", "100m", 0],
  ] as const)("%s and %s: %i", (a, b, expected) => {
    expect(compareQuantities(a, b)).toBe(expected);
  });
  it("rounds up to whole nano-units, as Kubernetes does", () => {
    expect(compareQuantities("0.1n", "1n")).toBe(0);
    expect(compareQuantities("-0.1n", "-1n")).toBe(0);
  });
  it("caps binary quantities at 2^63-1, as Kubernetes does", () => {
    expect(compareQuantities("8Ei", "9Ei")).toBe(0);
    expect(compareQuantities("8Ei", "9223372036854775807")).toBe(0);
    expect(compareQuantities("10E", "8Ei")).toBe(1);
  });
});
