import { expect, test } from "vitest";
import { codeFrame } from "./code-frame.js";

const line = `{"a": "${"x".repeat(300)}", "b": 1, "c": "${"y".repeat(300)}"}`;

function frame(text: string, from: number, to: number): readonly string[] {
  const span = { file: "a.json", start: { line: 2, column: from }, end: { line: 2, column: to } };
  return codeFrame(span, () => text.split("\n")).map((shown) => shown.trimEnd());
}

test("short lines are shown as they are", () => {
  expect(frame("a:\n  b: 1\nc: 2", 3, 7)).toEqual([
    "    1 | a:",
    "  > 2 |   b: 1",
    "      |   ^^^^",
    "    3 | c: 2",
  ]);
});

test("of a long line is shown what is near the span", () => {
  const at = line.indexOf('"b"') + 1;
  const [above, marked = "", marks = ""] = frame(`{\n${line}\n}`, at, at + 3);
  expect(above).toBe("    1 | …");
  expect(marked.length).toBeLessThan(180);
  expect(marked.slice(marks.indexOf("^"), marks.indexOf("^") + 3)).toBe('"b"');
});

test("a span that is longer than what is shown ends with it", () => {
  const [, marked = "", marks = ""] = frame(`{\n${line}\n}`, 1, line.length);
  expect(marked).toMatch(/^ {2}> 2 \| \{"a": "x+…$/);
  expect(marks.length).toBeLessThan(marked.length);
});
