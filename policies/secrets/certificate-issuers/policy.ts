import { policy, violation } from "@policyc/sdk";
import { ClusterIssuer, Issuer } from "../../modules/cert-manager/issuer.js";

export default policy({
  name: "certificate-issuers",
  title: "Issuers of certificates are reached by TLS, with an identity",
  description:
    "An Issuer or ClusterIssuer of cert-manager must reach its authority by TLS that is checked, and must not log in to Vault with a token from a Secret.",
  rationale:
    "Who answers in place of the authority hands out certificates, or learns the token that signs for every name; a token that lies in a Secret is good until somebody remembers to rotate it.",
  remediation:
    "Use `https://` and name an own CA in `caBundle`, remove `skipTLSVerify`, and log in to Vault by `auth.kubernetes` with a `serviceAccountRef`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/SC-12",
    "NIST-800-53-5/IA-5",
    "NSA-CISA-1.2/encryption",
    "NSA-CISA-1.2/secrets",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Issuer, ClusterIssuer],
  *check({ object }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    const { acme, vault, venafi } = object.spec;
    for (const url of [acme?.server ?? "", vault?.server ?? "", venafi?.tpp?.url ?? ""]) {
      if (url.startsWith("http://")) yield violation(`${name} is reached by plain HTTP: ${url}`, object.spec);
    }
    if (acme?.skipTLSVerify === true)
      yield violation(`${name} does not check the certificate of its server: skipTLSVerify`, acme);
    if (vault?.auth?.tokenSecretRef !== undefined)
      yield violation(`${name} logs in to Vault with a token from a Secret`, vault);
  },
});
