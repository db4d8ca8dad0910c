import { codeFrame, formatLocation, type SourceLines } from "@policyc/diagnostics";
import type { Fault, Place } from "../../check/fault.js";
import { policyNames, subjectName } from "../../check/finding.js";
import type { CheckReport } from "../../check/report.js";
import type { Session } from "../../session.js";
import { count } from "../count.js";
import { linesBelow } from "../lines-below.js";

/** Every place with what is wrong there, why it matters and how to mend it, said once a policy; then what was left out and the sum. */
export function renderCheckPretty(report: CheckReport, session: Session): string {
  const seen = new Set<string>();
  const below = linesBelow(session.cwd);
  const lines: SourceLines = (file) => (file === "stdin" ? undefined : below(file));
  const blocks = report.places.map((place) => [
    ...heading(place, lines, session),
    ...place.faults.flatMap((fault) => {
      const { name } = fault.told.policy;
      const isFirst = !seen.has(name);
      seen.add(name);
      return [...described(fault, session), ...(isFirst ? advice(fault) : [])];
    }),
  ]);
  const notes = [...skippedNotes(report.skipped), ...waitingNote(report.waiting)];
  return `${[...blocks, notes, [sum(report, session)]]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** A repository has many files that are about something else; a few are told, so that none is missed by mistake. */
const manyNotes = 6;

function skippedNotes(skipped: CheckReport["skipped"]): readonly string[] {
  const notes = skipped.map(({ file, reason }) => `skipped ${file}: ${reason}`);
  if (notes.length <= manyNotes) return notes;
  const rest = notes.length - manyNotes + 1;
  return [...notes.slice(0, manyNotes - 1), `skipped ${count(rest, "file")} more: --format json lists them`];
}

function waitingNote(waiting: CheckReport["waiting"]): readonly string[] {
  if (waiting.length === 0) return [];
  const names = waiting.map(({ name }) => name).join(", ");
  return [`not asked before a policyc.yaml gives them your settings: ${names}`];
}

function heading({ faults }: Place, lines: SourceLines, { colours }: Session): readonly string[] {
  const [first] = faults;
  if (first === undefined) return [];
  const { span, subject } = first.told;
  const place = `${colours.strong(formatLocation(span))} ${colours.faint(`in ${subjectName(subject)}`)}`;
  return [place, ...codeFrame(span, lines, colours)];
}

function described({ told, also, severity }: Fault, { colours }: Session): readonly string[] {
  const worse = new Set(
    also.filter(({ policy }) => policy.severity === severity).map(({ policy }) => policy.name),
  );
  // Whose severity it is, where it is not that of the policy which tells it.
  const names = policyNames(also)
    .filter((name) => name !== told.policy.name)
    .map((name) => (told.policy.severity !== severity && worse.has(name) ? `${name} (${severity})` : name));
  return [
    `  ${colours.severity(severity, severity === "low" ? "warning" : "error")} ${told.policy.name}: ${told.message}`,
    ...(names.length === 0 ? [] : [`    ${colours.faint(`also found by ${names.join(", ")}`)}`]),
  ];
}

function advice({ told: { policy } }: Fault): readonly string[] {
  const { rationale, remediation } = policy;
  return [
    ...(rationale === undefined ? [] : [`    why:  ${rationale}`]),
    ...(remediation === undefined ? [] : [`    help: ${remediation}`]),
  ];
}

function sum(report: CheckReport, { colours }: Session): string {
  const { places, findings, objects, documents, policies, source } = report;
  const looked = [
    ...(objects > 0 || documents === 0 ? [count(objects, "object")] : []),
    ...(documents > 0 ? [count(documents, "document")] : []),
  ].join(" and ");
  const by = colours.faint(`(${count(policies.length, "policy", "policies")} of ${source})`);
  if (objects + documents === 0) return `${colours.careful("!")} nothing was checked ${by}`;
  if (findings.length === 0) return `${colours.good("✓")} no violations in ${looked} ${by}`;
  const faults = places.flatMap((place) => place.faults);
  const guilty = count(policyNames(findings).length, "policy", "policies");
  return `${colours.bad("✗")} ${count(faults.length, "violation")} of ${guilty} in ${looked} ${by}`;
}
