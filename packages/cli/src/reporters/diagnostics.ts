import { type Collector, type Diagnostic, type Paint, renderDiagnostic } from "@policyc/diagnostics";
import type { Session } from "../session.js";
import { count } from "./count.js";
import { linesBelow } from "./lines-below.js";
import { type Place, seen } from "./seen.js";

/** Tells everything that a run has found; nothing where it found nothing. */
export function sayDiagnostics(
  { diagnostics }: Collector,
  root: string,
  { cwd, say, talkColours }: Session,
): void {
  if (diagnostics.length > 0) say(`${renderDiagnostics(diagnostics, { root, cwd }, talkColours)}\n`);
}

/** Everything that was found, in the order of the files, with code frames and a line that counts. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], place: Place, paint: Paint): string {
  const shown = [...diagnostics].sort(byPlace).map((diagnostic) => seenFrom(diagnostic, place));
  const lines = linesBelow(place.cwd);
  const rendered = shown.map((diagnostic) => renderDiagnostic(diagnostic, lines, paint));
  return [...rendered, sum(diagnostics)].join("\n\n");
}

function sum(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ];
  return parts.join(", ");
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const file = (a.span?.file ?? "").localeCompare(b.span?.file ?? "");
  if (file !== 0 || a.span === undefined || b.span === undefined) return file;
  return a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column;
}

function seenFrom(diagnostic: Diagnostic, place: Place): Diagnostic {
  const { span, notes, ...rest } = diagnostic;
  return {
    ...rest,
    ...(span === undefined ? {} : { span: seen(span, place) }),
    notes: notes.map((note) => ({
      ...note,
      ...(note.span === undefined ? {} : { span: seen(note.span, place) }),
    })),
  };
}
