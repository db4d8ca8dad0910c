import { createHash } from "node:crypto";
import type { Diagnostic, Span } from "@policyc/diagnostics";
import type { Severity } from "@policyc/ir";
import type { BundledPolicy } from "../../bundles/bundle.js";
import type { Fault } from "../../check/fault.js";
import { policyNames, subjectName } from "../../check/finding.js";
import type { CheckReport } from "../../check/report.js";
import type { Session } from "../../session.js";
import { ownVersion } from "../../version.js";

/**
 * SARIF 2.1.0 (OASIS), as code scanning takes it: a rule a policy, a result a fault, with the other policies that found
 * it among its properties. Paths are relative to the
 * working directory, which is the repository's root in a CI job.
 */
export function renderSarif(report: CheckReport, _: Session, diagnostics: readonly Diagnostic[]): string {
  const rules = report.policies;
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "policyc",
            version: ownVersion(),
            informationUri: "https://github.com/policyc/policyc",
            rules: rules.map(rule),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: !diagnostics.some(({ severity }) => severity === "error"),
            toolExecutionNotifications: diagnostics.map(notification),
          },
        ],
        results: report.places
          .flatMap(({ faults }) => faults)
          .map((fault) => result(fault, rules.indexOf(fault.told.policy))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const levels: Readonly<Record<Severity, string>> = {
  low: "note",
  medium: "warning",
  high: "error",
  critical: "error",
};

/** GitHub sorts by `security-severity`: over 9.0 is critical, 7.0 high, 4.0 medium, the rest low. */
const scores: Readonly<Record<Severity, string>> = {
  low: "3.0",
  medium: "5.5",
  high: "8.0",
  critical: "9.5",
};

function rule({
  name,
  title,
  description,
  severity,
  rationale,
  remediation,
  pack,
  controls,
}: BundledPolicy): object {
  const help = [description, rationale, remediation].filter((text) => text !== undefined).join("\n\n");
  return {
    id: name,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: { text: help },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ["security", "kubernetes", pack, ...controls],
      "security-severity": scores[severity],
    },
  };
}

function result({ told, also, severity }: Fault, ruleIndex: number): object {
  const { policy, message, subject, span } = told;
  const name = subjectName(subject);
  return {
    ruleId: policy.name,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: physicalLocation(span),
        logicalLocations: [{ name: subject.name ?? subject.kind, fullyQualifiedName: name, kind: "object" }],
      },
    ],
    partialFingerprints: { "policyc/v1": fingerprint(policy.name, span.file, name, message) },
    ...(also.length === 0 ? {} : { properties: { alsoFoundBy: policyNames(also) } }),
  };
}

/** The same violation after lines have moved. */
function fingerprint(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 32);
}

function notification({ code, severity, message, span }: Diagnostic): object {
  return {
    descriptor: { id: code },
    level: severity,
    message: { text: message },
    ...(span === undefined ? {} : { locations: [{ physicalLocation: physicalLocation(span) }] }),
  };
}

function physicalLocation({ file, start, end }: Span): object {
  return {
    artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}
