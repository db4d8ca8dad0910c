import type { Diagnostic, Span } from "@policyc/diagnostics";
import type { Finding } from "../../check/finding.js";
import type { CheckReport } from "../../check/report.js";
import { severities } from "../../check/severity.js";
import type { Session } from "../../session.js";
import { ownVersion } from "../../version.js";

/** The report for programs: every violation; those of one `fault` are one thing to mend. Fields are only ever added. */
export function renderCheckJson(report: CheckReport, _: Session, diagnostics: readonly Diagnostic[]): string {
  const { findings, places, skipped, objects, documents, policies, waiting, source, engines } = report;
  const faults = places.flatMap((place) => place.faults);
  const faultOf = new Map(
    faults.flatMap(({ told, also }, index) =>
      [told, ...also].map((finding) => [finding, index + 1] as const),
    ),
  );
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
      faults: faults.length,
      bySeverity: Object.fromEntries(bySeverity),
    },
    violations: findings.map((finding) => ({ ...violation(finding), fault: faultOf.get(finding) })),
    waiting: waiting.map(({ name, needs }) => ({ policy: name, needs })),
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
