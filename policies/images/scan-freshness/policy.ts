import { codePointSlice, parameters, policy, violation } from "@policyc/sdk";
import { GrypeReport } from "../../modules/documents/grype-report.js";
import { VulnerabilityReport } from "../../modules/documents/trivy-operator-reports.js";
import { TrivyReport } from "../../modules/documents/trivy-report.js";
import { scannedOn } from "../../modules/scan-findings.js";

interface Params {
  /** The first day whose scans count: `2026-11-01`. A predicate has no clock: let the pipeline write it. */
  scannedSince?: string;
  /** The first day whose images count, by the day that the image was built. */
  builtSince?: string;
  /** The first day whose base images count, by the day of the image's first layer. */
  baseSince?: string;
}

export default policy({
  name: "scan-freshness",
  title: "Reports and images are fresh",
  description:
    "A scan report must say when it was made, and be recent; the image and its base must be recent too, and its distribution must still be maintained.",
  rationale:
    "A report tells what was known on its day. An old base image misses a year of fixes, and a distribution at its end gets none: scanners then find little because nobody looks.",
  remediation: "Scan again, rebuild on the current base image, move to a release that is maintained.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/image-building",
    "NIST-800-190/4.1.1",
    "NIST-800-190/4.2.2",
    "NIST-800-53-5/RA-5",
    "OWASP-K8S-2022/K02",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "medium" },
  match: [TrivyReport, GrypeReport, VulnerabilityReport],
  params: parameters<Params>({}),
  *check({ object, params }) {
    const day = scannedOn(object);
    if (day === "") yield violation("the report does not tell when it was made");
    else if (day < (params.scannedSince ?? "")) yield violation(`the report is of ${day}`);
    if ("descriptor" in object) return;
    if ("report" in object) {
      const { eosl, family, name } = object.report.os ?? {};
      if (eosl === true) yield violation(atItsEnd(family, name));
      return;
    }
    const { OS, ImageConfig } = object.Metadata ?? {};
    if (OS?.EOSL === true) yield violation(atItsEnd(OS.Family, OS.Name));
    const built = dayOf(ImageConfig?.created);
    if (built !== "" && built < (params.builtSince ?? "")) yield violation(`the image was built on ${built}`);
    const base = dayOf(ImageConfig?.history?.[0]?.created);
    if (base !== "" && base < (params.baseSince ?? ""))
      yield violation(`the base image was built on ${base}`);
  },
});

function atItsEnd(family: string | undefined, name: string | undefined): string {
  return `${family ?? "the distribution"} ${name ?? ""} is not maintained any more`;
}

/** Reproducible builds write a day that no container was built on (1970, or the year 1): they do not tell. */
function dayOf(time: string | undefined): string {
  const day = codePointSlice(time ?? "", 0, 10);
  return day < "2013" ? "" : day;
}
