import { podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "host-namespaces",
  title: "No host namespaces",
  description: "Pods must not share the process or IPC namespace of their node.",
  rationale:
    "In the host's PID namespace a container sees every process of the node, with its environment, and may signal or trace it.",
  remediation: "Remove `hostPID` and `hostIPC`.",
  severity: "critical",
  controls: [
    "PSS/baseline/host-namespaces",
    "CIS-2.0/5.2.3",
    "CIS-2.0/5.2.4",
    "NIST-800-190/4.4.3",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["baseline-host-namespaces"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPHostNamespace" },
  *check({ object, request }) {
    if (isPodUpdate(object, request)) return;
    const spec = podSpec(object);
    if (spec.hostPID === true || spec.hostIPC === true) {
      yield violation(`Sharing the host namespace is not allowed: ${object.metadata.name}`, spec);
    }
  },
});
