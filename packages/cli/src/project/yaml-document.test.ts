import { describe, expect, it } from "vitest";
import { readYaml } from "./yaml-document.js";

const document = readYaml("policyc.yaml", "out: dist\nsettings:\n  a:\n    params: { repos: [x, y] }\n");

describe("readYaml", () => {
  it("knows where a value stands", () => {
    expect(document.valueSpan(["settings", "a", "params", "repos", 1])).toEqual({
      file: "policyc.yaml",
      start: { line: 4, column: 26 },
      end: { line: 4, column: 27 },
    });
  });
  it("knows where a key stands", () => {
    expect(document.keySpan(["settings", "a"]).start).toEqual({ line: 3, column: 3 });
    expect(document.keySpan(["out"]).start).toEqual({ line: 1, column: 1 });
  });
  it("points at the nearest value above one that is not there", () => {
    expect(document.valueSpan(["settings", "a", "stage"]).start).toEqual({ line: 4, column: 5 });
  });
  it("reports a key that is there twice", () => {
    const { errors } = readYaml("policyc.yaml", "out: a\nout: b\n");
    expect(errors).toMatchObject([
      { reason: "map keys must be unique", span: { start: { line: 2, column: 1 } } },
    ]);
  });
  it("reads an empty file as nothing", () => {
    const empty = readYaml("policyc.yaml", "");
    expect(empty.value).toBeNull();
    expect(empty.valueSpan(["out"]).start).toEqual({ line: 1, column: 1 });
  });
});
