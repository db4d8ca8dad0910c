import { codePointSlice } from "@policyc/sdk";
import type { GrypeReport } from "./documents/grype-report.js";
import type { VulnerabilityReport } from "./documents/trivy-operator-reports.js";
import type { TrivyReport } from "./documents/trivy-report.js";

/** What a scanner says of an image. */
export type ScanReport = TrivyReport | GrypeReport | VulnerabilityReport;

/** A vulnerability in a package of an image, whoever found it. */
export interface Finding {
  /** All names that it goes by: its CVE, its GHSA. */
  ids: string[];
  package: string;
  /** In capitals: `CRITICAL`. */
  severity: string;
  isFixed: boolean;
  /** `2026-11-24`; empty where the scanner does not tell. */
  published: string;
}

export function findingsOf(report: ScanReport): Finding[] {
  if ("descriptor" in report) return grypeFindings(report);
  return "report" in report ? operatorFindings(report) : trivyFindings(report);
}

/** The day of the scan, `2026-11-24`; empty where the scanner does not tell. */
export function scannedOn(report: ScanReport): string {
  return codePointSlice(timeOf(report) ?? "", 0, 10);
}

function timeOf(report: ScanReport): string | undefined {
  if ("descriptor" in report) return report.descriptor.timestamp;
  return "report" in report ? report.report.updateTimestamp : report.CreatedAt;
}

function operatorFindings({ report }: VulnerabilityReport): Finding[] {
  return report.vulnerabilities.map((found) => ({
    ids: [found.vulnerabilityID],
    package: found.resource,
    severity: found.severity,
    isFixed: found.fixedVersion !== "",
    published: codePointSlice(found.publishedDate, 0, 10),
  }));
}

function trivyFindings(report: TrivyReport): Finding[] {
  return (report.Results ?? [])
    .flatMap(({ Vulnerabilities }) => Vulnerabilities ?? [])
    .map((found) => ({
      ids: [found.VulnerabilityID],
      package: found.PkgName ?? "",
      severity: found.Severity,
      isFixed: (found.FixedVersion ?? "") !== "",
      published: codePointSlice(found.PublishedDate ?? "", 0, 10),
    }));
}

function grypeFindings(report: GrypeReport): Finding[] {
  return report.matches.map(({ vulnerability, relatedVulnerabilities, artifact }) => ({
    ids: [vulnerability.id, ...(relatedVulnerabilities ?? []).map(({ id }) => id)],
    package: artifact.name,
    severity: (vulnerability.severity ?? "Unknown").toUpperCase(),
    isFixed: (vulnerability.fix?.versions ?? []).length > 0,
    published: "",
  }));
}
