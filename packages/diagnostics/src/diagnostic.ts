import type { Span } from "./span.js";

export type Severity = "error" | "warning";

/** A second place that explains the first. */
export interface Note {
  readonly message: string;
  readonly span?: Span;
}

/** What is wrong, where, and how to mend it. Always about the user's input, never about a defect of policyc. */
export interface Diagnostic {
  /** Permanent, e.g. `PC1012`. `policyc explain PC1012` tells more. */
  readonly code: string;
  readonly severity: Severity;
  /** Lower case, no full stop, the user's text in backticks. */
  readonly message: string;
  /** An order: "use …". */
  readonly hint?: string;
  /** Absent where no file is to blame, e.g. a command-line flag. */
  readonly span?: Span;
  readonly notes: readonly Note[];
}
