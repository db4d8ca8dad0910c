import { policy, violation } from "@policyc/sdk";
import { KubeProxyConfiguration } from "../../modules/documents/kube-proxy-configuration.js";

export default policy({
  name: "kube-proxy-configuration",
  title: "kube-proxy keeps to itself",
  description: "kube-proxy must serve its metrics on the loopback address, and no profiles.",
  rationale:
    "The metrics of kube-proxy tell everybody in the network which services there are and how they are used.",
  remediation: "Set `metricsBindAddress: 127.0.0.1:10249`, or leave it out, and remove `enableProfiling`.",
  severity: "low",
  controls: [
    "CIS-2.0/4.3.1",
    "NIST-800-53-5/CM-7",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K06",
  ],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: [KubeProxyConfiguration],
  *check({ object }) {
    const address = object.metricsBindAddress ?? "";
    if (!/^($|127\.0\.0\.1(:|$)|localhost(:|$)|\[?::1(\]|$))/.test(address)) {
      yield violation(`kube-proxy serves its metrics to the network: metricsBindAddress ${address}`, object);
    }
    if (object.enableProfiling === true) {
      yield violation("kube-proxy serves profiles: enableProfiling is true", object);
    }
  },
});
