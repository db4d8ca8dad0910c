import { parameters, policy, workloads } from "@policyc/sdk";
import { baselineCapabilities } from "../../modules/pod-security/capabilities.js";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ContainerParams } from "../../modules/pod-security/control-params.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-capabilities",
  title: "Capabilities (Baseline)",
  description:
    "Containers must not add capabilities beyond those that a container runtime grants by default, without NET_RAW.",
  rationale:
    "SYS_ADMIN, SYS_PTRACE, SYS_MODULE and others are root on the node by another name; NET_RAW forges packets of other pods.",
  remediation:
    "Remove the capability from `securityContext.capabilities.add`. Ports below 1024 need NET_BIND_SERVICE at most.",
  severity: "high",
  controls: [
    "PSS/baseline/capabilities",
    "CIS-1.10/5.2.9",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1611",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["restricted-capabilities"],
  match: workloads,
  params: parameters<ContainerParams>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* baselineCapabilities(checked);
  },
});
