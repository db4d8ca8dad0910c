import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { codeFrame, formatLocation } from "@policyc/diagnostics";
import { type CheckReport, type Finding, subjectName } from "../../check/finding.js";
import type { Session } from "../../session.js";
import { count } from "../count.js";

/** Every violation where it is, why it matters and how to mend it, said once a policy; then one line of sum. */
export function renderCheckPretty(report: CheckReport, session: Session): string {
  const seen = new Set<string>();
  const blocks = report.findings.map((finding) => {
    const isFirst = !seen.has(finding.policy.name);
    seen.add(finding.policy.name);
    return [...violation(finding, session), ...(isFirst ? advice(finding) : [])].join("\n");
  });
  const notes = skippedNotes(report.skipped);
  return `${[...blocks, ...(notes.length === 0 ? [] : [notes.join("\n")]), sum(report, session)].join("\n\n")}\n`;
}

/** A repository has many files that are about something else; a few are told, so that none is missed by mistake. */
const manyNotes = 6;

function skippedNotes(skipped: CheckReport["skipped"]): readonly string[] {
  const notes = skipped.map(({ file, reason }) => `skipped ${file}: ${reason}`);
  if (notes.length <= manyNotes) return notes;
  const rest = notes.length - manyNotes + 1;
  return [...notes.slice(0, manyNotes - 1), `skipped ${count(rest, "file")} more: --format json lists them`];
}

function violation(
  { policy, message, subject, span }: Finding,
  { cwd, colours }: Session,
): readonly string[] {
  const severity = colours.severity(policy.severity, policy.severity === "low" ? "warning" : "error");
  const text = (file: string) => (file === "stdin" ? undefined : readText(resolve(cwd, file)));
  return [
    `${colours.strong(formatLocation(span))} ${severity} ${policy.name}: ${message}`,
    ...codeFrame(span, text, colours),
    `  ${colours.faint(`in ${subjectName(subject)}`)}`,
  ];
}

function advice({ policy: { rationale, remediation } }: Finding): readonly string[] {
  return [
    ...(rationale === undefined ? [] : [`  why:  ${rationale}`]),
    ...(remediation === undefined ? [] : [`  help: ${remediation}`]),
  ];
}

function sum(report: CheckReport, { colours }: Session): string {
  const { findings, objects, documents, policies, source } = report;
  const looked = [
    ...(objects > 0 || documents === 0 ? [count(objects, "object")] : []),
    ...(documents > 0 ? [count(documents, "document")] : []),
  ].join(" and ");
  const by = colours.faint(`(${count(policies.length, "policy", "policies")} of ${source})`);
  if (objects + documents === 0) return `${colours.careful("!")} nothing was checked ${by}`;
  if (findings.length === 0) return `${colours.good("✓")} no violations in ${looked} ${by}`;
  const guilty = new Set(findings.map(({ policy }) => policy.name)).size;
  return `${colours.bad("✗")} ${count(findings.length, "violation")} of ${count(guilty, "policy", "policies")} in ${looked} ${by}`;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
