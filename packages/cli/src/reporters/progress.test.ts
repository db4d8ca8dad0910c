import { describe, expect, it } from "vitest";
import { formatDuration, progressOn } from "./progress.js";

function recorded(isLive: boolean): string {
  let clock = 0;
  let written = "";
  const progress = progressOn({ isLive, columns: 20, now: () => clock, write: (text) => (written += text) });
  progress.step("read");
  progress.at("a/very/long/path/policy.ts");
  clock += 1500;
  progress.step("quick");
  clock += 5;
  progress.end();
  return written;
}

describe("progress", () => {
  it("is a line a step where nobody watches, without the quick ones", () => {
    expect(recorded(false)).toBe("policyc: read (1.5 s)\n");
  });
  it("is one live line on a terminal, which goes away", () => {
    expect(recorded(true).endsWith("\r\x1b[K")).toBe(true);
    expect(recorded(true)).toContain("read: a/very/long/p\r");
    expect(recorded(true)).not.toContain("\n");
  });
});

describe("formatDuration", () => {
  it("chooses the unit", () => {
    expect([850, 2100, 185_000].map(formatDuration)).toEqual(["850 ms", "2.1 s", "3 min 5 s"]);
  });
});
