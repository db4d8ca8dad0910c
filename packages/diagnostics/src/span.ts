/** A point in a file. Lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a source file: where a construct, a field of a manifest or a message came from. */
export interface Span {
  /** Path as the user knows it: relative to the project where there is one. */
  readonly file: string;
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
}

/** The beginning of a file: for what is wrong with the file as a whole. */
export function startOf(file: string): Span {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

/** `file:line:column`, as terminals and editors make it clickable. */
export function formatLocation(span: Span): string {
  return `${span.file}:${span.start.line}:${span.start.column}`;
}
