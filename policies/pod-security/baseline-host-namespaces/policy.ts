import { policy, workloads } from "@policyc/sdk";
import { hostNamespaces } from "../../modules/pod-security/host-namespaces.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-host-namespaces",
  title: "Host namespaces (Baseline)",
  description:
    "Pods must not share the network, the processes or the inter-process communication of their node.",
  rationale:
    "In the node's namespaces a container sees every process and its environment, the node's own services on localhost, and no NetworkPolicy holds for it.",
  remediation: "Remove `hostNetwork`, `hostPID` and `hostIPC`. Reach other pods through Services.",
  severity: "critical",
  controls: [
    "PSS/baseline/host-namespaces",
    "CIS-2.0/5.2.3",
    "CIS-2.0/5.2.4",
    "CIS-2.0/5.2.5",
    "NIST-800-190/4.4.3",
    "MITRE-ATTACK-16/T1611",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: workloads,
  *check({ object, request }) {
    if (isPodUpdate(object, request)) return;
    yield* hostNamespaces(object);
  },
});
