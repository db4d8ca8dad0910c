import type { GrypeReport } from "./documents/grype-report.js";
import type { TrivyReport } from "./documents/trivy-report.js";

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

export function findingsOf(report: TrivyReport | GrypeReport): Finding[] {
  return "descriptor" in report ? grypeFindings(report) : trivyFindings(report);
}

/** The day of the scan, `2026-11-24`; empty where the scanner does not tell. */
export function scannedOn(report: TrivyReport | GrypeReport): string {
  const time = "descriptor" in report ? report.descriptor.timestamp : report.CreatedAt;
  return (time ?? "").slice(0, 10);
}

function trivyFindings(report: TrivyReport): Finding[] {
  return (report.Results ?? [])
    .flatMap(({ Vulnerabilities }) => Vulnerabilities ?? [])
    .map((found) => ({
      ids: [found.VulnerabilityID],
      package: found.PkgName ?? "",
      severity: found.Severity,
      isFixed: (found.FixedVersion ?? "") !== "",
      published: (found.PublishedDate ?? "").slice(0, 10),
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
