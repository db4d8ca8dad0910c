import { APIService, policy, violation } from "@policyc/sdk";

export default policy({
  name: "api-service-tls",
  title: "The API server checks the certificates of added APIs",
  description: "An APIService must not set `insecureSkipTLSVerify`.",
  rationale:
    "The API server sends such an API its users' requests, with their names and groups: whoever answers in its place reads them, and says what he likes.",
  remediation: "Give the certificate authority in `caBundle`; cert-manager's cainjector keeps it up to date.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/encryption",
    "NIST-800-53-5/SC-8",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: [APIService],
  *check({ object }) {
    if (object.spec?.insecureSkipTLSVerify === true)
      yield violation(
        `the API server does not check the certificate of APIService <${object.metadata.name}>: insecureSkipTLSVerify is true`,
        object.spec,
      );
  },
});
