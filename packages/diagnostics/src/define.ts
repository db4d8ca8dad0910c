import type { Diagnostic, Note, Severity } from "./diagnostic.js";
import type { Span } from "./span.js";

interface Wording {
  readonly message: string;
  readonly hint?: string;
  readonly notes?: readonly Note[];
}

/** Makes the diagnostic of one code: where it is, then what its wording needs. */
export type DiagnosticFactory<Args extends readonly unknown[]> = {
  (span: Span | undefined, ...args: Args): Diagnostic;
  readonly code: string;
};

/**
 * Defines one diagnostic of the catalogue. The code is written out and never reused.
 *
 * @example
 * const looseEquality = defineDiagnostic("PC1012", "error", (operator: string) => ({
 *   message: `operator \`${operator}\` is not part of policy TypeScript`,
 *   hint: `use \`${operator}=\`, which never converts types`,
 * }));
 */
export function defineDiagnostic<Args extends readonly unknown[]>(
  code: string,
  severity: Severity,
  wording: (...args: Args) => Wording,
): DiagnosticFactory<Args> {
  const make = (span: Span | undefined, ...args: Args): Diagnostic => {
    const { message, hint, notes = [] } = wording(...args);
    return {
      code,
      severity,
      message,
      notes,
      ...(hint === undefined ? {} : { hint }),
      ...(span === undefined ? {} : { span }),
    };
  };
  return Object.assign(make, { code });
}
