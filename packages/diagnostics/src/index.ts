export { codeFrame, type Paint, plainPaint, renderDiagnostic } from "./code-frame.js";
export { Collector } from "./collector.js";
export { Defect, defect } from "./defect.js";
export { type DiagnosticFactory, defineDiagnostic } from "./define.js";
export type { Diagnostic, Note, Severity } from "./diagnostic.js";
export { inWords } from "./in-words.js";
export { type SourceLines, sourceLines } from "./source-lines.js";
export { formatLocation, type Position, type Span, startOf } from "./span.js";
