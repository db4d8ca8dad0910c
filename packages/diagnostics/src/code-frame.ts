import { codeFrameColumns } from "@babel/code-frame";
import type { Diagnostic } from "./diagnostic.js";
import { withoutLongLines } from "./long-lines.js";
import { formatLocation, type Span } from "./span.js";

/** The text of a file by its path, or `undefined` where it can no longer be read. */
export type SourceText = (file: string) => string | undefined;

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
  source: SourceText,
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
export function codeFrame(span: Span, source: SourceText, paint: Paint = plainPaint): readonly string[] {
  const written = source(span.file);
  if (written === undefined || written === "") return [];
  const { text, span: shown } = withoutLongLines(written, span);
  const { start } = shown;
  const sameLine = start.line === shown.end.line;
  const end = sameLine && shown.end.column > start.column ? { end: shown.end } : {};
  const framed = codeFrameColumns(text, { start, ...end }, { linesAbove: 1, linesBelow: 1 });
  return framed.split("\n").map((line) => paint.faint(`  ${line}`));
}
