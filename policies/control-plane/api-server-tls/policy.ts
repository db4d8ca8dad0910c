import { containers, Pod, policy, violation } from "@policyc/sdk";
import { flagsOf, flagValue, flagValues, runs } from "../../modules/flags.js";
import { isOldTls, isStrongCipher } from "../../modules/tls.js";

const needed = [
  "tls-cert-file",
  "tls-private-key-file",
  "etcd-cafile",
  "etcd-certfile",
  "etcd-keyfile",
  "encryption-provider-config",
] as const;

export default policy({
  name: "api-server-tls",
  title: "The API server encrypts what it serves, asks and stores",
  description:
    "kube-apiserver must serve by TLS with its own certificate and strong ciphers, reach etcd by TLS both ways, have an encryption configuration, and not serve profiles.",
  rationale:
    "etcd holds every secret: whoever reads the wire to it or its disk has the cluster. A self-made certificate teaches clients not to check.",
  remediation:
    "Give the certificate flags, `https://` addresses in `--etcd-servers`, `--encryption-provider-config`, and `--profiling=false`.",
  severity: "high",
  controls: [
    "CIS-1.10/1.2.15",
    "CIS-1.10/1.2.23",
    "CIS-1.10/1.2.24",
    "CIS-1.10/1.2.26",
    "CIS-1.10/1.2.27",
    "CIS-1.10/1.2.29",
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/SC-28",
    "NSA-CISA-1.2/control-plane",
    "NSA-CISA-1.2/encryption",
    "NSA-CISA-1.2/secrets",
    "OWASP-K8S-2022/K09",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver"))) {
      const flags = flagsOf(container);
      for (const flag of needed) {
        if (flagValue(flags, flag) === undefined) {
          yield violation(`kube-apiserver has no --${flag}`, container);
        }
      }
      for (const server of flagValues(flags, "etcd-servers")) {
        if (server.startsWith("http://")) {
          yield violation(`kube-apiserver reaches etcd in plain text: ${server}`, container);
        }
      }
      const version = flagValue(flags, "tls-min-version") ?? "";
      if (isOldTls(version)) {
        yield violation(`kube-apiserver accepts old TLS: --tls-min-version ${version}`, container);
      }
      for (const suite of flagValues(flags, "tls-cipher-suites")) {
        if (!isStrongCipher(suite)) {
          yield violation(`kube-apiserver accepts a weak cipher: ${suite}`, container);
        }
      }
      if (flagValue(flags, "profiling") !== "false") {
        yield violation("kube-apiserver serves profiles: --profiling is not false", container);
      }
    }
  },
});
