import { describe, expect, it } from "vitest";
import { suggest } from "./suggest.js";

describe("suggest", () => {
  it("finds what a slip of the keyboard meant", () => {
    expect(suggest("exludedNamespaces", ["policies", "excludedNamespaces"])).toBe("excludedNamespaces");
    expect(suggest("Stage", ["stage", "targets"])).toBe("stage");
  });
  it("says nothing where nothing is near", () => {
    expect(suggest("colour", ["policies", "targets"])).toBeUndefined();
  });
});
