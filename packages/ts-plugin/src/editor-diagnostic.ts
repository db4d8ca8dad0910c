import type { Diagnostic, Position } from "@policyc/diagnostics";
import type ts from "typescript";

/** Values of TypeScript's `DiagnosticCategory`, whose module is not loaded for two numbers. */
const category = { error: 1, warning: 0 } as const;

/** A diagnostic as an editor underlines it: what is wrong first, then how to mend it. */
export function editorDiagnostic(
  { code, severity, message, hint, span, notes }: Diagnostic,
  file: ts.SourceFile,
): ts.Diagnostic {
  const start = span === undefined ? 0 : offset(span.start, file);
  const end = span === undefined ? 0 : offset(span.end, file);
  const lines = [
    `${code}: ${message}`,
    ...notes.map((note) => `note: ${note.message}`),
    ...(hint === undefined ? [] : [`help: ${hint}`]),
  ];
  return {
    file,
    start,
    length: Math.max(end - start, 1),
    messageText: lines.join("\n"),
    category: category[severity],
    code: Number(code.replace("PC", "")),
    source: "policyc",
  };
}

function offset({ line, column }: Position, file: ts.SourceFile): number {
  return file.getPositionOfLineAndCharacter(line - 1, column - 1);
}
