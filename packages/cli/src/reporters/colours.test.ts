import { describe, expect, it } from "vitest";
import { coloursFor } from "./colours.js";

describe("coloursFor", () => {
  it("paints on a terminal only", () => {
    expect(coloursFor({ isTTY: true }, {}).bad("x")).toContain("\x1b[31m");
    expect(coloursFor({}, {}).bad("x")).toBe("x");
  });
  it("obeys NO_COLOR", () => {
    expect(coloursFor({ isTTY: true }, { NO_COLOR: "1" }).bad("x")).toBe("x");
  });
});
