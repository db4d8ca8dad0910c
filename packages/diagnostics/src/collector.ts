import type { Diagnostic } from "./diagnostic.js";

/** Gathers the diagnostics of one run, so that a user sees all of them at once. Passed as a parameter, never global. */
export class Collector {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  /** Adds a diagnostic; the same one at the same place counts once. */
  report(diagnostic: Diagnostic): void {
    const key = JSON.stringify([diagnostic.code, diagnostic.message, diagnostic.span]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#diagnostics.push(diagnostic);
  }

  reportAll(diagnostics: Iterable<Diagnostic>): void {
    for (const diagnostic of diagnostics) this.report(diagnostic);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some((diagnostic) => diagnostic.severity === "error");
  }
}
