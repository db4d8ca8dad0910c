import { podSpec, policy, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";
import { isStaticPod } from "../../modules/static-pod.js";

export default policy({
  name: "dedicated-service-account",
  title: "A service account for each workload",
  description: "A workload must name a service account, and not `default`.",
  rationale: "Workloads that share `default` share what it may do, and the audit log cannot tell them apart.",
  remediation:
    "Make a ServiceAccount for the workload, with `automountServiceAccountToken: false`, and name it in `serviceAccountName`.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.1.5",
    "NSA-CISA-1.2/service-account-tokens",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/AC-2",
    "MITRE-ATTACK-16/T1078.001",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: workloads,
  require: ({ object, request }) => {
    if ((object.kind === "Pod" && isStaticPod(object)) || isPodUpdate(object, request)) return true;
    const { serviceAccountName, serviceAccount } = podSpec(object);
    return !["", "default"].includes(serviceAccountName ?? serviceAccount ?? "");
  },
  message: ({ object }) => `${object.kind} <${object.metadata.name}> runs as the default service account`,
});
