import { type AnyContainer, containers, Pod, policy } from "@policyc/sdk";
import { openEtcd } from "../../modules/control-plane/etcd.js";
import { type Flag, flagsOf, runs } from "../../modules/flags.js";

/** etcd's flags, by the environment variables that set them as well. */
const flagOfVariable: { [variable: string]: string } = {
  ETCD_CERT_FILE: "cert-file",
  ETCD_KEY_FILE: "key-file",
  ETCD_TRUSTED_CA_FILE: "trusted-ca-file",
  ETCD_PEER_CERT_FILE: "peer-cert-file",
  ETCD_PEER_KEY_FILE: "peer-key-file",
  ETCD_PEER_TRUSTED_CA_FILE: "peer-trusted-ca-file",
  ETCD_CLIENT_CERT_AUTH: "client-cert-auth",
  ETCD_PEER_CLIENT_CERT_AUTH: "peer-client-cert-auth",
  ETCD_AUTO_TLS: "auto-tls",
  ETCD_PEER_AUTO_TLS: "peer-auto-tls",
  ETCD_LISTEN_CLIENT_URLS: "listen-client-urls",
  ETCD_LISTEN_PEER_URLS: "listen-peer-urls",
};

export default policy({
  name: "etcd-tls",
  title: "etcd knows its clients and peers",
  description:
    "etcd must have certificates for clients and peers, ask both for theirs, not make certificates up, and listen without TLS on the loopback address alone.",
  rationale:
    "Whoever can talk to etcd is administrator of the cluster, past authentication, RBAC, admission and audit.",
  remediation:
    "Set `--client-cert-auth=true --peer-client-cert-auth=true`, the certificate flags, and `https://` in the listen addresses; remove `--auto-tls` and `--peer-auto-tls`.",
  severity: "critical",
  controls: [
    "CIS-2.0/2.1",
    "CIS-2.0/2.2",
    "CIS-2.0/2.3",
    "CIS-2.0/2.4",
    "CIS-2.0/2.5",
    "CIS-2.0/2.6",
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/IA-9",
    "NSA-CISA-1.2/control-plane",
    "NSA-CISA-1.2/encryption",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K06",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "etcd")))
      yield* openEtcd(settingsOf(container), container);
  },
});

/** What the environment sets, and then the flags, which win, those that are given empty too. */
function settingsOf(container: AnyContainer): Flag[] {
  const variables = (container.env ?? []).filter(({ name }) => name in flagOfVariable);
  return [
    ...variables.map(({ name, value }) => ({ name: flagOfVariable[name] ?? "", value: value ?? "" })),
    ...flagsOf(container),
  ];
}
