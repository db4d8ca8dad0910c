import { containers, Pod, policy, violation } from "@policyc/sdk";
import { flagsOf, flagValue, runs } from "../../modules/flags.js";

/** What makes the API server believe clients on weak evidence, or on none. */
const refused = ["token-auth-file", "basic-auth-file"] as const;

/** What it needs to check who somebody is, and to prove who it is to kubelets. */
const needed = [
  "client-ca-file",
  "kubelet-client-certificate",
  "kubelet-client-key",
  "kubelet-certificate-authority",
] as const;

export default policy({
  name: "api-server-authentication",
  title: "The API server knows who is asking",
  description:
    "kube-apiserver must refuse anonymous requests, passwords and static tokens, check client certificates and service account tokens, and authenticate to kubelets and check theirs.",
  rationale:
    "Whoever is not known cannot be authorized or found in the audit log; a static token cannot be revoked without a restart, and an unchecked kubelet may be anybody on the network.",
  remediation:
    "Set `--anonymous-auth=false` (or allow `/livez`, `/readyz` and `/healthz` alone in `--authentication-config`), remove `--token-auth-file`, and give the certificate flags.",
  severity: "critical",
  controls: [
    "CIS-1.10/1.2.1",
    "CIS-1.10/1.2.2",
    "CIS-1.10/1.2.4",
    "CIS-1.10/1.2.5",
    "CIS-1.10/1.2.21",
    "CIS-1.10/1.2.22",
    "CIS-1.10/1.2.25",
    "NIST-800-53-5/IA-2",
    "OWASP-K8S-2022/K06",
    "NSA-CISA-1.2/control-plane",
    "NSA-CISA-1.2/authentication",
    "OWASP-K8S-2022/K09",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver"))) {
      const flags = flagsOf(container);
      // The file says itself for which paths anonymous requests are let in.
      const hasFile = flagValue(flags, "authentication-config") !== undefined;
      if (!hasFile && flagValue(flags, "anonymous-auth") !== "false") {
        yield violation(
          "kube-apiserver answers anonymous requests: --anonymous-auth is not false",
          container,
        );
      }
      for (const flag of refused) {
        if (flagValue(flags, flag) !== undefined) {
          yield violation(
            `kube-apiserver takes passwords or tokens from a file: --${flag} is set`,
            container,
          );
        }
      }
      for (const flag of needed) {
        if (flagValue(flags, flag) === undefined) {
          yield violation(`kube-apiserver has no --${flag}`, container);
        }
      }
      const keys = ["service-account-key-file", "service-account-signing-endpoint"];
      if (keys.every((flag) => flagValue(flags, flag) === undefined)) {
        yield violation("kube-apiserver has no --service-account-key-file", container);
      }
      if (flagValue(flags, "service-account-lookup") === "false") {
        yield violation(
          "kube-apiserver accepts tokens of deleted service accounts: --service-account-lookup is false",
          container,
        );
      }
      if ((flagValue(flags, "insecure-port") ?? "0") !== "0") {
        yield violation(
          "kube-apiserver serves without TLS and authentication: --insecure-port is not 0",
          container,
        );
      }
    }
  },
});
