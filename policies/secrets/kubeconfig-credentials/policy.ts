import { policy, violation } from "@policyc/sdk";
import { Kubeconfig, type KubeconfigUser } from "../../modules/documents/kubeconfig.js";

export default policy({
  name: "kubeconfig-credentials",
  title: "A kubeconfig tells where, not with what",
  description:
    "A kubeconfig must not hold tokens, passwords or keys, and must reach its servers by TLS that is checked.",
  rationale:
    "Who has the file is its user, from anywhere, until somebody notices: a client certificate cannot be revoked at all. Without a check of the server's certificate, whoever answers in its place is given the token.",
  remediation:
    "Let a program log in (`exec`: the cloud's, or OIDC), or name files that only their user may read (`tokenFile`, `client-key`). Give `certificate-authority-data` instead of `insecure-skip-tls-verify`.",
  severity: "high",
  controls: [
    "CIS-2.0/3.1.1",
    "CIS-2.0/3.1.2",
    "NIST-800-53-5/IA-5",
    "NIST-800-53-5/SC-8",
    "NSA-CISA-1.2/secrets",
    "NSA-CISA-1.2/encryption",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "MITRE-ATTACK-16/T1552.001",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [Kubeconfig],
  *check({ object }) {
    for (const { name, cluster = {} } of object.clusters ?? []) {
      const { server = "" } = cluster;
      if (cluster["insecure-skip-tls-verify"] === true)
        yield violation(`cluster <${name}> is not checked: insecure-skip-tls-verify is true`, cluster);
      if (server.startsWith("http://") && !isLoopback(server))
        yield violation(`cluster <${name}> is reached in plain text: ${server}`, cluster);
    }
    for (const { name, user = {} } of object.users ?? []) {
      const found = credentialsOf(user);
      if (found.length > 0)
        yield violation(`user <${name}> logs in with a ${found.join(" and a ")} of this file`, user);
    }
  },
});

function credentialsOf(user: KubeconfigUser): string[] {
  return [
    ...((user.token ?? "") === "" ? [] : ["token"]),
    ...((user.password ?? "") === "" ? [] : ["password"]),
    ...((user["client-key-data"] ?? "") === "" ? [] : ["key"]),
  ];
}

function isLoopback(server: string): boolean {
  return /^http:\/\/(localhost|127\.[0-9.]+|\[::1\])(:|\/|$)/.test(server);
}
