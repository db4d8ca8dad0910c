import { document } from "@policyc/sdk";

export interface GrypeMatch {
  vulnerability: {
    id: string;
    /** `Critical`, `High`, `Medium`, `Low`, `Negligible` or `Unknown`. */
    severity?: string;
    fix?: { state?: string; versions?: string[] };
  };
  /** The same by other names: a GHSA has its CVE here. */
  relatedVulnerabilities?: { id: string }[];
  artifact: { name: string; version?: string };
}

/** What `grype --output json` writes, as far as policies read it. */
export interface GrypeReport {
  matches: GrypeMatch[];
  source?: unknown;
  distro?: { name?: string; version?: string };
  descriptor: { name: string; version?: string; timestamp?: string };
}

export const GrypeReport = document<GrypeReport>({
  name: "GrypeReport",
  title: "Grype report",
  recognise: { has: ["matches"], fields: { "descriptor.name": "grype" } },
});
