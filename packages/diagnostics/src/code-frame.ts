import { codeFrameColumns } from "@babel/code-frame";
import type { Diagnostic } from "./diagnostic.js";
import { withoutLongLines } from "./long-lines.js";
import type { SourceLines } from "./source-lines.js";
import { formatLocation, type Span } from "./span.js";

/** Paints parts of a rendered diagnostic; the identity where there is no terminal. */
export interface Paint {
  readonly severity: (text: string, severity: Diagnostic["severity"]) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
}

export const plainPaint: Paint = { severity: (text) => text, faint: (text) => text, strong: (text) => text };

/** Renders a diagnostic for a person: location, code, sentence, code frame, notes, and how to mend it. */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  source: SourceLines,
  paint: Paint = plainPaint,
): string {
  const { code, severity, message, hint, span, notes } = diagnostic;
  const location = span === undefined ? "" : `${paint.strong(formatLocation(span))} `;
  const lines = [`${location}${paint.severity(`${severity} ${code}`, severity)}: ${message}`];
  if (span !== undefined) lines.push(...codeFrame(span, source, paint));
  for (const note of notes) {
    lines.push(`  note: ${note.message}${note.span === undefined ? "" : ` (${formatLocation(note.span)})`}`);
  }
  if (hint !== undefined) lines.push(`  ${paint.strong("help:")} ${hint}`);
  return lines.join("\n");
}

/** The lines around a span, indented; none where the file can no longer be read. */
export function codeFrame(span: Span, source: SourceLines, paint: Paint = plainPaint): readonly string[] {
  const startLine = Math.max(1, span.start.line - 1);
  const around = source(span.file)?.slice(startLine - 1, span.start.line + 1) ?? [];
  if (around.every((line) => line === "")) return [];
  const { lines, span: shown } = withoutLongLines(around, span);
  const { start } = shown;
  const sameLine = start.line === shown.end.line;
  const end = sameLine && shown.end.column > start.column ? { end: shown.end } : {};
  const options = { linesAbove: 1, linesBelow: 1, startLine };
  const framed = codeFrameColumns(lines.join("\n"), { start, ...end }, options);
  return framed.split("\n").map((line) => paint.faint(`  ${line}`));
}
