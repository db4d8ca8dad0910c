import type { Span } from "./span.js";

/** What is shown of a text around a span, and where the span is in it. */
export interface Shown {
  readonly text: string;
  readonly span: Span;
}

/** Columns: JSON on one line would fill screens with what nobody asked about. */
const widest = 160;
const before = 40;

/** The text with its long lines around a span cut to what is near its beginning; as it is where none is long. */
export function withoutLongLines(text: string, span: Span): Shown {
  const lines = text.split("\n");
  const near = [-2, -1, 0].map((offset) => span.start.line + offset);
  if (near.every((index) => (lines[index] ?? "").length <= widest)) return { text, span };
  const from = Math.max(0, span.start.column - 1 - before);
  const shown = lines.map((line, index) => (near.includes(index) ? cut(line, from) : line));
  const column = (given: number) => Math.min(given - from, widest + 1) + (from > 0 ? 1 : 0);
  const { start, end } = span;
  return {
    text: shown.join("\n"),
    span: {
      ...span,
      start: { ...start, column: column(start.column) },
      end: { ...end, column: end.line === start.line ? column(end.column) : end.column },
    },
  };
}

function cut(line: string, from: number): string {
  const left = from > 0 ? "…" : "";
  const right = line.length > from + widest ? "…" : "";
  return `${left}${line.slice(from, from + widest)}${right}`;
}
