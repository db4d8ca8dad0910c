import { policy, violation } from "@policyc/sdk";
import { ExposedSecretReport } from "../../modules/documents/trivy-operator-reports.js";
import { TrivyReport } from "../../modules/documents/trivy-report.js";

export default policy({
  name: "scan-secrets",
  title: "No secrets in images",
  description: "The report of an image, by Trivy or the Trivy Operator, must have no secrets in it.",
  rationale:
    "Whoever can pull the image has them, from any of its layers, even where a later layer deletes the file.",
  remediation:
    "Revoke the secret, build without it (`RUN --mount=type=secret`), and let the pod mount it from a Secret.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/image-building",
    "NIST-800-190/4.1.4",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "MITRE-ATTACK-16/T1552.001",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [TrivyReport, ExposedSecretReport],
  *check({ object }) {
    if ("report" in object) {
      for (const secret of object.report.secrets)
        yield violation(`${secret.target} holds a secret: ${secret.title}`, secret);
      return;
    }
    for (const result of object.Results ?? []) {
      for (const secret of result.Secrets ?? [])
        yield violation(
          `${result.Target ?? "the image"} holds a secret: ${secret.Title ?? secret.RuleID}`,
          secret,
        );
    }
  },
});
