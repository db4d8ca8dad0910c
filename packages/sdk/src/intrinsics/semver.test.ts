import { describe, expect, it } from "vitest";
import { compareSemver, isSemver } from "./semver.js";

describe("isSemver", () => {
  it.each([
    "0.0.0",
    "1.29.0",
    "1.0.0-alpha.1",
    "1.0.0-0A.is.legal",
    "1.0.0+build.001",
    "1.0.0--",
    "99999999999999999999.0.0",
  ])("takes %s", (text) => {
    expect(isSemver(text)).toBe(true);
  });
  it.each([
    "",
    "1",
    "1.2",
    "v1.2.3",
    "01.2.3",
    "1.2.3-01",
    "1.2.3-",
    "1.2.3+",
    "1.2.3.4",
    " 1.2.3",
    "1.2.3\n",
  ])("refuses %j", (text) => {
    expect(isSemver(text)).toBe(false);
  });
});

describe("compareSemver", () => {
  // In the order of semver.org, section 11, each older than the next.
  const ordered = [
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.0.1",
    "1.2.0",
    "1.10.0",
    "2.0.0",
  ];
  it("orders versions as semver.org does", () => {
    for (const [i, a] of ordered.entries())
      for (const [j, b] of ordered.entries())
        expect([a, b, compareSemver(a, b)]).toEqual([a, b, Math.sign(i - j)]);
  });
  it("does not count build metadata", () => {
    expect(compareSemver("1.0.0+a", "1.0.0+b")).toBe(0);
  });
});
