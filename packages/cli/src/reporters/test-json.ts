import { relative, resolve } from "node:path";
import type { Diagnostic, Span } from "@policyc/diagnostics";
import type { EngineName, TestResult } from "@policyc/testing";

/** The results for programs. Fields are only ever added. */
export function renderTestJson(
  results: readonly TestResult[],
  engines: readonly EngineName[],
  cwd: string,
): string {
  const number = (wanted: TestResult["outcome"]): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  const report = {
    engines,
    summary: {
      passed: number("passed"),
      failed: number("failed"),
      skipped: number("skipped"),
      broken: number("broken"),
    },
    results: results.map((result) => resultOf(result, cwd)),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function resultOf(result: TestResult, cwd: string): object {
  const { policy, suite, span, outcome, details, violations, diagnostics, ms } = result;
  return {
    policy,
    case: result.case,
    suite: relative(cwd, resolve(cwd, suite)),
    ...position(span, cwd),
    outcome,
    milliseconds: Math.round(ms * 100) / 100,
    details,
    violations: violations.map(({ message, span: at }) => ({
      message,
      ...(at === undefined ? {} : position(at, cwd)),
    })),
    diagnostics: diagnostics.map((diagnostic) => diagnosticOf(diagnostic, cwd)),
  };
}

function diagnosticOf({ code, severity, message, hint, span }: Diagnostic, cwd: string): object {
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(span === undefined ? {} : position(span, cwd)),
  };
}

function position({ file, start }: Span, cwd: string): object {
  return { file: relative(cwd, resolve(cwd, file)), line: start.line, column: start.column };
}
