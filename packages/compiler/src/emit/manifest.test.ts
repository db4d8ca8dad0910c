import { expect, test } from "vitest";
import { parse } from "yaml";
import { printManifests } from "./manifest.js";

test("the header stands on top, and documents are separated", () => {
  expect(printManifests([{ value: { a: 1 } }, { value: { b: 2 } }], "first\nsecond")).toBe(
    "# first\n# second\na: 1\n---\nb: 2\n",
  );
});

test("words that YAML 1.1 takes for Booleans are quoted: Kubernetes reads 1.1", () => {
  const text = printManifests([{ value: { a: "yes", b: "on", c: "1.0" } }], "h");
  expect(text).toBe('# h\na: "yes"\nb: "on"\nc: "1.0"\n');
  expect(parse(text, { version: "1.1" })).toEqual({ a: "yes", b: "on", c: "1.0" });
});

test("a program stands as it is, however long its lines", () => {
  const rego = `package p\n\n# ${"long ".repeat(40).trim()}\nr if {\n\tx\n}\n`;
  const text = printManifests([{ value: { rego } }], "h");
  expect(text).toContain("rego: |\n");
  expect(parse(text)).toEqual({ rego });
});

test("long prose is folded and reads back as it was", () => {
  const description = "a sentence of some length, ".repeat(8).trim();
  const text = printManifests([{ value: { description } }], "h");
  expect(text).toContain("description: >-\n");
  expect(parse(text)).toEqual({ description });
});

test("a comment stands before its field", () => {
  const text = printManifests(
    [{ value: { spec: { a: 1, b: 2 } }, comments: [{ path: ["spec", "b"], text: "why" }] }],
    "h",
  );
  expect(text).toBe("# h\nspec:\n  a: 1\n  # why\n  b: 2\n");
});
