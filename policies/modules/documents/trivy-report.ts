import { document, type Integer } from "@policyc/sdk";

export interface TrivyVulnerability {
  VulnerabilityID: string;
  PkgName?: string;
  InstalledVersion?: string;
  /** Absent where there is no fix yet. */
  FixedVersion?: string;
  /** `CRITICAL`, `HIGH`, `MEDIUM`, `LOW` or `UNKNOWN`. */
  Severity: string;
  /** RFC 3339. */
  PublishedDate?: string;
}

interface TrivyResult {
  Target?: string;
  Vulnerabilities?: TrivyVulnerability[];
  Secrets?: { RuleID: string; Title?: string; StartLine?: Integer }[];
}

/** What `trivy image --format json` writes, as far as policies read it. */
export interface TrivyReport {
  SchemaVersion: Integer;
  /** RFC 3339, with the zone of the machine. */
  CreatedAt?: string;
  ArtifactName?: string;
  ArtifactType?: string;
  Metadata?: {
    OS?: { Family?: string; Name?: string; EOSL?: boolean };
    ImageConfig?: { created?: string; history?: { created?: string }[] };
  };
  Results?: TrivyResult[];
}

export const TrivyReport = document<TrivyReport>({
  name: "TrivyReport",
  title: "Trivy report",
  recognise: { has: ["SchemaVersion", "ArtifactName"] },
});
