import { policy, violation } from "@policyc/sdk";
import {
  ClusterSecretStore,
  type Provider,
  SecretStore,
} from "../../modules/external-secrets/secret-store.js";

export default policy({
  name: "secret-store-identity",
  title: "Secret stores are opened by an identity, not by a key that lies about",
  description:
    "A SecretStore or ClusterSecretStore for AWS, Azure, Google Cloud or Vault must log in with the identity of a service account, not with keys, passwords or tokens from a Secret.",
  rationale:
    "The key that opens the store lies in a Secret of the cluster: whoever reads that has everything in the store, from anywhere, until somebody remembers to rotate it.",
  remediation:
    "Use the workload identity of the cloud (`auth.jwt.serviceAccountRef` on AWS, `authType: WorkloadIdentity` on Azure, `auth.workloadIdentity` on Google Cloud) or Vault's `auth.kubernetes`, each for one service account.",
  severity: "medium",
  controls: [
    "NIST-800-53-5/IA-5",
    "NIST-800-53-5/AC-6",
    "NSA-CISA-1.2/secrets",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "OWASP-K8S-2025/K08",
    "MITRE-ATTACK-16/T1552",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [SecretStore, ClusterSecretStore],
  *check({ object }) {
    const provider = object.spec?.provider ?? {};
    for (const key of standingKeys(provider))
      yield violation(`${object.kind} <${object.metadata.name}> is opened by ${key} from a Secret`, provider);
  },
});

function standingKeys({ aws, azurekv, gcpsm, vault }: Provider): string[] {
  const isPrincipal =
    azurekv !== undefined && (azurekv.authType ?? "ServicePrincipal") === "ServicePrincipal";
  return [
    ...(aws?.auth?.secretRef === undefined ? [] : ["an access key of AWS"]),
    ...(isPrincipal ? ["the password or certificate of an Azure service principal"] : []),
    ...(gcpsm?.auth?.secretRef === undefined ? [] : ["a key of a Google service account"]),
    ...(vault?.auth?.tokenSecretRef === undefined ? [] : ["a token of Vault"]),
    ...(vault?.auth?.userPass === undefined && vault?.auth?.ldap === undefined
      ? []
      : ["a password of Vault"]),
  ];
}
