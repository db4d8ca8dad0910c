import { policy, violation } from "@policyc/sdk";
import { listedFlags, mappedFlags } from "../../modules/control-plane/kubeadm-flags.js";
import {
  KubeadmInit,
  KubeadmInit3,
  KubeadmJoin,
  KubeadmJoin3,
} from "../../modules/documents/kubeadm-node.js";
import { durationSeconds } from "../../modules/duration.js";
import { type Flag, flagValue } from "../../modules/flags.js";

type Node = KubeadmInit | KubeadmInit3 | KubeadmJoin | KubeadmJoin3;

export default policy({
  name: "kubeadm-nodes",
  title: "kubeadm: nodes join the right cluster, with a kubelet that asks who is there",
  description:
    "A node must check the API server that it joins, and its kubelet must not be opened by `kubeletExtraArgs`; tokens for joining must end, and not stand in the file.",
  rationale:
    "Flags win over the KubeletConfiguration, so that one of them undoes it. Who has a token can join a node, and a node that trusts any API server can be taken by whoever answers first.",
  remediation:
    "Take the flag out of `kubeletExtraArgs`, give `caCertHashes`, and let `kubeadm token create` make tokens that end.",
  severity: "high",
  controls: [
    "CIS-2.0/4.2.1",
    "CIS-2.0/4.2.2",
    "CIS-2.0/4.2.4",
    "CIS-2.0/4.2.5",
    "NIST-800-53-5/IA-9",
    "NIST-800-53-5/IA-5",
    "NSA-CISA-1.2/authentication",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K06",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [KubeadmInit, KubeadmInit3, KubeadmJoin, KubeadmJoin3],
  *check({ object }) {
    const flags = kubeletFlags(object);
    const at = object.nodeRegistration ?? object;
    if (flagValue(flags, "anonymous-auth") === "true")
      yield violation("the kubelet answers anonymous requests: --anonymous-auth is true", at);
    const mode = flagValue(flags, "authorization-mode") || "Webhook";
    if (mode !== "Webhook")
      yield violation(`the kubelet allows everything: --authorization-mode ${mode}`, at);
    const port = flagValue(flags, "read-only-port") || "0";
    if (port !== "0")
      yield violation(`the kubelet serves without authentication: --read-only-port ${port}`, at);
    const idle = flagValue(flags, "streaming-connection-idle-timeout") || "4h";
    if (durationSeconds(idle) === 0)
      yield violation(`connections to containers never end: --streaming-connection-idle-timeout ${idle}`, at);
    if (object.kind === "InitConfiguration") {
      for (const token of object.bootstrapTokens ?? []) {
        if (durationSeconds(token.ttl ?? "24h") === 0)
          yield violation("a token for joining the cluster never ends: ttl is 0", token);
        if ((token.token ?? "") !== "")
          yield violation("a token for joining the cluster stands in the file", token);
      }
    } else if (object.discovery?.bootstrapToken?.unsafeSkipCAVerification === true) {
      yield violation(
        "the node joins whatever API server answers: unsafeSkipCAVerification is true",
        object.discovery,
      );
    }
  },
});

function kubeletFlags(node: Node): Flag[] {
  return node.apiVersion === "kubeadm.k8s.io/v1beta4"
    ? listedFlags(node.nodeRegistration?.kubeletExtraArgs ?? [])
    : mappedFlags(node.nodeRegistration?.kubeletExtraArgs ?? {});
}
