import { ConfigMap, policy, violation } from "@policyc/sdk";

export default policy({
  name: "vault-listener-tls",
  title: "Vault serves TLS",
  description:
    "A ConfigMap with the configuration of Vault or OpenBao must not switch TLS off for a listener that others than its own pod can reach.",
  rationale:
    "All that lies in Vault goes over this connection, and the tokens that open it: who listens on the network has both. The chart's own values switch TLS off.",
  remediation:
    "Set `global.tlsDisable: false` in the chart's values, and `tls_cert_file` and `tls_key_file` in place of `tls_disable` in its listener. Where a mesh encrypts for Vault, exempt its namespace.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SC-8",
    "NSA-CISA-1.2/secrets",
    "NSA-CISA-1.2/encryption",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "MITRE-ATTACK-16/T1040",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [ConfigMap],
  *check({ object }) {
    for (const [key, text] of Object.entries(object.data ?? {})) {
      // `listener "tcp" { … }`, or the same in JSON. The first question is cheap, however long the text.
      if (text.includes("tls_disable") && text.includes('"tcp"') && text.split('"tcp"').some(isPlainText))
        yield violation(
          `ConfigMap <${object.metadata.name}> lets Vault serve in plain text: tls_disable in ${key}`,
          object.data,
        );
    }
  },
});

/** A setting stands at the beginning of a line, behind a brace or behind a comma; in a comment it stands behind its sign. */
function isPlainText(listener: string): boolean {
  // All that Go reads as true begins so.
  const isDisabled = /[\n{,]\s*"?tls_disable"?\s*[=:]\s*"?[1tT]/.test(listener);
  const isLoopback = /[\n{,]\s*"?address"?\s*[=:]\s*"(127\.0\.0\.1|localhost|\[::1\])/.test(listener);
  return isDisabled && !isLoopback;
}
