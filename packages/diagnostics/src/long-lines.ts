import type { Span } from "./span.js";

/** Lines of a file around a span, and where the span is in them. */
export interface Shown {
  readonly lines: readonly string[];
  readonly span: Span;
}

/** Columns: JSON on one line would fill screens with what nobody asked about. */
const widest = 160;
const before = 40;

/** The lines around a span, cut to what is near its beginning; as they are where none is long. */
export function withoutLongLines(lines: readonly string[], span: Span): Shown {
  if (lines.every((line) => line.length <= widest)) return { lines, span };
  const from = Math.max(0, span.start.column - 1 - before);
  const column = (given: number) => Math.min(given - from, widest + 1) + (from > 0 ? 1 : 0);
  const { start, end } = span;
  return {
    lines: lines.map((line) => cut(line, from)),
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
