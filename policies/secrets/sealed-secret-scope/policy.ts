import { kind, type NamedObjectMeta, parameters, policy, violation } from "@policyc/sdk";

/** Bitnami's SealedSecret, bitnami.com/v1alpha1: encrypted data that only the controller of the cluster can open. */
interface SealedSecret {
  apiVersion: "bitnami.com/v1alpha1";
  kind: "SealedSecret";
  metadata: NamedObjectMeta;
  spec?: { encryptedData?: { [key: string]: string } };
}

const SealedSecret = kind<SealedSecret>({
  group: "bitnami.com",
  version: "v1alpha1",
  kind: "SealedSecret",
  plural: "sealedsecrets",
  scope: "Namespaced",
});

interface Params {
  /** Accept what can be unsealed under any name of its namespace. Cluster-wide is never accepted. */
  allowNamespaceWide?: boolean;
}

export default policy({
  name: "sealed-secret-scope",
  title: "Sealed secrets are bound to their name",
  description:
    "A SealedSecret must have the strict scope: it can be unsealed under its own name and in its own namespace only.",
  rationale:
    "Ciphertext is public. Sealed cluster-wide, anybody who may create a SealedSecret somewhere can copy it there and read what comes out.",
  remediation: "Seal it again without `--scope` (strict is the default) and remove the annotation.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/SC-28",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "NSA-CISA-1.2/secrets",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [SealedSecret],
  params: parameters<Params>({}),
  *check({ object, params }) {
    const annotations = object.metadata.annotations ?? {};
    if (annotations["sealedsecrets.bitnami.com/cluster-wide"] === "true") {
      yield violation(
        `SealedSecret <${object.metadata.name}> can be unsealed in every namespace: cluster-wide`,
        object.metadata,
      );
    } else if (
      annotations["sealedsecrets.bitnami.com/namespace-wide"] === "true" &&
      params.allowNamespaceWide !== true
    ) {
      yield violation(
        `SealedSecret <${object.metadata.name}> can be unsealed under every name: namespace-wide`,
        object.metadata,
      );
    }
  },
});
