import type { Diagnostic, Span } from "@policyc/diagnostics";
import { severities } from "../../arguments.js";
import type { CheckReport, Finding } from "../../check/finding.js";
import type { Session } from "../../session.js";
import { ownVersion } from "../../version.js";

/** The report for programs. Fields are only ever added. */
export function renderCheckJson(report: CheckReport, _: Session, diagnostics: readonly Diagnostic[]): string {
  const { findings, skipped, objects, documents, policies, source, engines } = report;
  const bySeverity = severities.map(
    (severity) => [severity, findings.filter(({ policy }) => policy.severity === severity).length] as const,
  );
  const value = {
    version: ownVersion(),
    source,
    engines,
    summary: {
      objects,
      documents,
      policies: policies.length,
      violations: findings.length,
      bySeverity: Object.fromEntries(bySeverity),
    },
    violations: findings.map(violation),
    skipped,
    diagnostics: diagnostics.map(({ code, severity, message, hint, span }) => ({
      code,
      severity,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(span === undefined ? {} : place(span)),
    })),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function violation({ policy, message, subject, span }: Finding): object {
  const { name, pack, title, severity, controls, rationale, remediation } = policy;
  return {
    policy: name,
    pack,
    title,
    severity,
    message,
    ...place(span),
    endLine: span.end.line,
    endColumn: span.end.column,
    object: subject,
    controls,
    ...(rationale === undefined ? {} : { rationale }),
    ...(remediation === undefined ? {} : { remediation }),
  };
}

function place({ file, start }: Span): object {
  return { file, line: start.line, column: start.column };
}
