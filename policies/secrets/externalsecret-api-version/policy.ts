import { policy, violation } from "@policyc/sdk";
import { ClusterExternalSecret, ExternalSecret } from "../../modules/external-secrets/external-secret.js";
import { ClusterSecretStore, SecretStore } from "../../modules/external-secrets/secret-store.js";

const converted =
  "the API server hands objects over in the version that a policy matches, not as they were sent";

export default policy({
  name: "externalsecret-api-version",
  title: "External Secrets in a version that is served",
  description: "ExternalSecrets and their stores must be written as external-secrets.io/v1.",
  rationale:
    "External Secrets serves v1 since 0.16 and has stopped to serve v1beta1 with 0.17: the manifest cannot be applied, and the secret is never fetched or rotated.",
  remediation: "Write `apiVersion: external-secrets.io/v1`; the fields have the same names.",
  severity: "medium",
  controls: ["NIST-800-53-5/SA-22"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [ExternalSecret, ClusterExternalSecret, SecretStore, ClusterSecretStore],
  unreachable: { kyverno: converted, "kyverno-vpol": converted, vap: converted },
  *check({ object }) {
    if (object.apiVersion !== "external-secrets.io/v1") {
      yield violation(
        `${object.kind} <${object.metadata.name}> is written as ${object.apiVersion}, which is no longer served: use external-secrets.io/v1`,
        object,
      );
    }
  },
});
