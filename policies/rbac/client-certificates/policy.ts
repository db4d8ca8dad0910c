import { CertificateSigningRequest, type Integer, parameters, policy, violation } from "@policyc/sdk";

interface Params {
  /**
   * How long a client certificate may live, in seconds.
   * @minimum 600
   */
  maxSeconds: Integer;
}

export default policy({
  name: "client-certificates",
  title: "Client certificates end soon",
  description:
    "A CertificateSigningRequest for a client of the API server must ask for a short life, and none may go to the signer `kubernetes.io/legacy-unknown`.",
  rationale:
    "Nobody can revoke a client certificate, and its user and groups are what somebody approved once: without `expirationSeconds` it is good for as long as the signer likes, a year by default. What the legacy signer makes may be trusted by anybody, or by nobody.",
  remediation:
    "Let people log in by an identity provider (OIDC), and programs by service accounts. For an emergency ask for a certificate with `expirationSeconds` within the bound.",
  severity: "medium",
  controls: [
    "CIS-2.0/3.1.1",
    "NSA-CISA-1.2/authentication",
    "NIST-800-53-5/IA-5",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K09",
    "MITRE-ATTACK-16/T1098",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [CertificateSigningRequest],
  params: parameters<Params>({ maxSeconds: 86400 }),
  *check({ object, params }) {
    const { expirationSeconds, signerName } = object.spec;
    const name = `CertificateSigningRequest <${object.metadata.name}>`;
    if (signerName === "kubernetes.io/legacy-unknown")
      yield violation(`${name} goes to a signer that promises nothing: ${signerName}`, object.spec);
    if (signerName !== "kubernetes.io/kube-apiserver-client") return;
    if (expirationSeconds === undefined)
      yield violation(`${name} asks for a client certificate for as long as the signer likes`, object.spec);
    else if (expirationSeconds > params.maxSeconds)
      yield violation(
        `${name} asks for a client certificate for ${expirationSeconds} seconds, more than ${params.maxSeconds}`,
        object.spec,
      );
  },
});
