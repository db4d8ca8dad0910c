import { policy, violation } from "@policyc/sdk";
import { openEtcd } from "../../modules/control-plane/etcd.js";
import { etcdFlags } from "../../modules/control-plane/kubeadm-flags.js";
import { KubeadmCluster, KubeadmCluster3 } from "../../modules/documents/kubeadm-configuration.js";

export default policy({
  name: "kubeadm-etcd",
  title: "kubeadm: etcd knows its clients and peers",
  description:
    "The etcd that kubeadm runs must keep asking for certificates, and one that runs elsewhere must be reached by TLS, with a certificate of the API server and the authority of etcd's.",
  rationale: "Who reads etcd has every Secret of the cluster; who writes to it is its administrator.",
  remediation:
    "Take the flags out of `etcd.local.extraArgs`. For an etcd elsewhere use `https://` and give `caFile`, `certFile` and `keyFile`.",
  severity: "critical",
  controls: [
    "CIS-2.0/1.2.23",
    "CIS-2.0/1.2.26",
    "CIS-2.0/2.1",
    "CIS-2.0/2.2",
    "CIS-2.0/2.3",
    "CIS-2.0/2.4",
    "CIS-2.0/2.5",
    "CIS-2.0/2.6",
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/IA-9",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K06",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [KubeadmCluster, KubeadmCluster3],
  *check({ object }) {
    const external = object.etcd?.external;
    if (external === undefined) {
      yield* openEtcd(etcdFlags(object), object.etcd ?? object);
      return;
    }
    for (const endpoint of external.endpoints) {
      if (!endpoint.startsWith("https://"))
        yield violation(`the API server reaches etcd in plain text: ${endpoint}`, external);
    }
    const files = [
      { field: "caFile", file: external.caFile },
      { field: "certFile", file: external.certFile },
      { field: "keyFile", file: external.keyFile },
    ];
    for (const { field, file } of files) {
      if ((file ?? "") === "") yield violation(`etcd.external has no ${field}`, external);
    }
  },
});
