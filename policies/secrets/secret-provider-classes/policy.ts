import { parameters, policy, violation } from "@policyc/sdk";
import { SecretProviderClass } from "../../modules/secrets-store/secret-provider-class.js";

interface Params {
  /** Refuse `secretObjects`: copies of what is mounted, as Secrets in etcd, for programs that read variables alone. */
  forbidCopies?: boolean;
}

export default policy({
  name: "secret-provider-classes",
  title: "Mounted secrets are fetched with the pod's own identity",
  description:
    "A SecretProviderClass must fetch with the identity of the pod's service account rather than with the node's or the driver's, and from Vault by TLS that is checked.",
  rationale:
    "With the identity of the node every pod on it may fetch what one of them needs; and whoever answers in place of a Vault that nobody checks is given the tokens of service accounts.",
  remediation:
    "On Azure set `clientID` for workload identity and leave `useVMManagedIdentity` and `usePodIdentity` out, on Google Cloud use `auth: pod-adc`; give Vault an `https://` address and its CA in `vaultCACertPath`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/IA-9",
    "NIST-800-53-5/SC-8",
    "NSA-CISA-1.2/secrets",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "OWASP-K8S-2025/K08",
    "MITRE-ATTACK-16/T1552",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [SecretProviderClass],
  params: parameters<Params>({}),
  *check({ object, params }) {
    const name = `SecretProviderClass <${object.metadata.name}>`;
    const { provider, parameters = {}, secretObjects = [] } = object.spec ?? {};
    if (provider === "azure" && parameters["useVMManagedIdentity"] === "true")
      yield violation(`${name} fetches with the identity of the node: useVMManagedIdentity`, object.spec);
    if (provider === "azure" && parameters["usePodIdentity"] === "true")
      yield violation(
        `${name} fetches by AAD Pod Identity, which is no longer maintained: usePodIdentity`,
        object.spec,
      );
    if (provider === "gcp" && parameters["auth"] === "provider-adc")
      yield violation(`${name} fetches with the identity of the driver: auth provider-adc`, object.spec);
    if (provider === "vault" && (parameters["vaultAddress"] ?? "").startsWith("http://"))
      yield violation(`${name} reads Vault by plain HTTP`, object.spec);
    if (provider === "vault" && parameters["vaultSkipTLSVerify"] === "true")
      yield violation(`${name} does not check Vault's certificate: vaultSkipTLSVerify`, object.spec);
    if (params.forbidCopies === true && secretObjects.length > 0)
      yield violation(`${name} copies what it fetches into Secrets`, object.spec);
  },
});
