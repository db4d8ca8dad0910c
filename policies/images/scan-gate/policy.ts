import { parameters, policy, violation } from "@policyc/sdk";
import { GrypeReport } from "../../modules/documents/grype-report.js";
import { VulnerabilityReport } from "../../modules/documents/trivy-operator-reports.js";
import { TrivyReport } from "../../modules/documents/trivy-report.js";
import { type Finding, findingsOf, scannedOn } from "../../modules/scan-findings.js";

interface Exception {
  /** The vulnerability: `CVE-2026-1234`, or another of its names. */
  id: string;
  /** The package that it is accepted in; any where this is absent. */
  package?: string;
  /** The last day on which it is accepted: `2026-12-31`. */
  expires: string;
  /** Why it may be accepted until then. */
  reason: string;
}

interface Params {
  /** What stops an image: `CRITICAL`, `HIGH`, `MEDIUM`, `LOW`, `NEGLIGIBLE`, `UNKNOWN`. */
  severities?: string[];
  /** What stops an image only where there is a fix. */
  fixableSeverities?: string[];
  /**
   * Vulnerabilities that were published after this day do not stop an image yet: `2026-11-01`. Only Trivy tells when
   * that was.
   */
  publishedBefore?: string;
  /** Today, where it is not the day of the scan: `2026-11-24`. What exceptions expire by. */
  today?: string;
  /** Vulnerabilities that are accepted for a time. */
  exceptions?: Exception[];
}

export default policy({
  name: "scan-gate",
  title: "No image with serious vulnerabilities",
  description:
    "The report of an image, by Trivy, the Trivy Operator or Grype, must have no vulnerability of the listed severities but for exceptions that have not expired.",
  rationale:
    "Most break-ins use what has been known, and has had a fix, for months. An exception without an end is a decision that nobody makes again.",
  remediation:
    "Update the package or the base image. What cannot be fixed yet and does not matter here gets an exception with a reason and a date.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/image-building",
    "NIST-800-190/4.1.1",
    "NIST-800-53-5/RA-5",
    "NIST-800-53-5/SI-2",
    "OWASP-K8S-2022/K02",
  ],
  rollout: { difficulty: "high", effect: "high", load: "high" },
  match: [TrivyReport, GrypeReport, VulnerabilityReport],
  params: parameters<Params>({ severities: ["CRITICAL"], fixableSeverities: ["HIGH"], exceptions: [] }),
  *check({ object, params }) {
    const today = params.today ?? scannedOn(object);
    for (const finding of findingsOf(object)) {
      if (!isSerious(finding, params) || isTooNew(finding, params)) continue;
      const exceptions = (params.exceptions ?? []).filter((exception) => isAbout(exception, finding));
      // Without a day nobody can tell whether an exception still holds.
      if (today !== "" && exceptions.some(({ expires }) => today <= expires)) continue;
      const expired = exceptions.length > 0 ? ", and its exception has expired" : "";
      const fix = finding.isFixed ? "has a fix" : "has no fix yet";
      yield violation(
        `${finding.ids.join(", ")} in ${finding.package} is ${finding.severity} and ${fix}${expired}`,
      );
    }
  },
});

function isSerious({ severity, isFixed }: Finding, params: Params): boolean {
  return (
    (params.severities ?? []).includes(severity) ||
    (isFixed && (params.fixableSeverities ?? []).includes(severity))
  );
}

function isTooNew({ published }: Finding, { publishedBefore }: Params): boolean {
  return publishedBefore !== undefined && published >= publishedBefore;
}

function isAbout(exception: Exception, finding: Finding): boolean {
  return finding.ids.includes(exception.id) && (exception.package ?? finding.package) === finding.package;
}
