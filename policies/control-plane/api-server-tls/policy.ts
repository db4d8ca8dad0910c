import { containers, Pod, policy } from "@policyc/sdk";
import { weakEncryption } from "../../modules/control-plane/tls.js";
import { flagsOf, runs } from "../../modules/flags.js";

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
    "CIS-2.0/1.2.15",
    "CIS-2.0/1.2.23",
    "CIS-2.0/1.2.24",
    "CIS-2.0/1.2.26",
    "CIS-2.0/1.2.27",
    "CIS-2.0/1.2.29",
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/SC-28",
    "NSA-CISA-1.2/control-plane",
    "NSA-CISA-1.2/encryption",
    "NSA-CISA-1.2/secrets",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver")))
      yield* weakEncryption(flagsOf(container), container);
  },
});
