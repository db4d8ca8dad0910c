import type { Severity } from "@policyc/ir";
import { type Finding, subjectName } from "./finding.js";
import { severities } from "./severity.js";

/** One thing to mend, and everything that found it. */
export interface Fault {
  /** The finding that is told: that of a policy which no other covers, where there is one; the worst of several. */
  readonly told: Finding;
  /** What else found it. */
  readonly also: readonly Finding[];
  /** The worst of all that found it. */
  readonly severity: Severity;
}

/** What is wrong at one place of one object, the worst first. */
export interface Place {
  readonly faults: readonly Fault[];
}

/**
 * Findings by place, and at each place those together that are one fault: with the same message, or of a policy and
 * one that covers it. In the order of the findings.
 */
export function placesOf(findings: readonly Finding[]): readonly Place[] {
  const rank = ({ severity }: Fault) => severities.indexOf(severity);
  return grouped(findings, placeKey).map((group) => ({
    faults: clustersOf(group)
      .map(faultOf)
      .sort((a, b) => rank(b) - rank(a)),
  }));
}

function clustersOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  let clusters = grouped(findings, ({ message }) => message);
  for (const finding of findings) {
    const own = clusters.find((cluster) => cluster.includes(finding)) ?? [];
    if (own.some((other) => covers(other, finding))) continue;
    const above = clusters.find(
      (cluster) => cluster !== own && cluster.some((other) => covers(other, finding)),
    );
    if (above === undefined) continue;
    const joined = [...above, ...own];
    clusters = clusters.flatMap((cluster) =>
      cluster === above ? [joined] : cluster === own ? [] : [cluster],
    );
  }
  return clusters;
}

function faultOf(cluster: readonly Finding[]): Fault {
  const isCovered = (finding: Finding) => cluster.some((other) => covers(other, finding));
  const rank = ({ policy }: Finding) => severities.indexOf(policy.severity);
  const [told, ...also] = [...cluster].sort(
    (a, b) => Number(isCovered(a)) - Number(isCovered(b)) || rank(b) - rank(a),
  );
  if (told === undefined) throw new Error("a fault has no finding");
  const found = cluster.map(({ policy }) => policy.severity);
  return { told, also, severity: severities.findLast((severity) => found.includes(severity)) ?? "low" };
}

function covers({ policy }: Finding, other: Finding): boolean {
  return other.policy.coveredBy?.includes(policy.name) ?? false;
}

function placeKey({ subject, span: { file, start } }: Finding): string {
  return JSON.stringify([file, start.line, start.column, subjectName(subject)]);
}

/** The items by key, in the order in which the keys come. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return [...groups.values()];
}
