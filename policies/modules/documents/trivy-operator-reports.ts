import { document } from "@policyc/sdk";

interface OperatorVulnerability {
  vulnerabilityID: string;
  resource: string;
  /** Empty where there is no fix yet. */
  fixedVersion: string;
  severity: "CRITICAL" | "HIGH" | "MEDIUM" | "LOW" | "UNKNOWN";
  /** RFC 3339, or empty. */
  publishedDate: string;
}

/** What the Trivy Operator keeps of each image in a cluster: `kubectl get vulnerabilityreports -A -o yaml`. */
export interface VulnerabilityReport {
  apiVersion: "aquasecurity.github.io/v1alpha1";
  kind: "VulnerabilityReport" | "ClusterVulnerabilityReport";
  report: {
    /** RFC 3339, in UTC. */
    updateTimestamp: string;
    os?: { family?: string; name?: string; eosl?: boolean };
    vulnerabilities: OperatorVulnerability[];
  };
}

/** The secrets that it found in an image: `kubectl get exposedsecretreports -A -o yaml`. */
export interface ExposedSecretReport {
  apiVersion: "aquasecurity.github.io/v1alpha1";
  kind: "ExposedSecretReport";
  report: { secrets: { ruleID: string; title: string; target: string }[] };
}

const apiVersion = "aquasecurity.github.io/v1alpha1";

export const VulnerabilityReport = document<VulnerabilityReport>({
  name: "VulnerabilityReport",
  title: "Trivy Operator report",
  recognise: { fields: { apiVersion, kind: ["VulnerabilityReport", "ClusterVulnerabilityReport"] } },
});

export const ExposedSecretReport = document<ExposedSecretReport>({
  name: "ExposedSecretReport",
  title: "Trivy Operator report of secrets",
  recognise: { fields: { apiVersion, kind: "ExposedSecretReport" } },
});
