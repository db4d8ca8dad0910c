import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ContainerParams } from "../../modules/pod-security/control-params.js";
import { privilegedContainers } from "../../modules/pod-security/privileged-containers.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-privileged-containers",
  title: "Privileged containers (Baseline)",
  description: "Containers must not be privileged.",
  rationale:
    "A privileged container has every capability and all devices of its node: it is root there, whatever else is set.",
  remediation:
    "Remove `securityContext.privileged`. Add the one capability that is needed instead, or mount the one device by a device plugin.",
  severity: "critical",
  controls: [
    "PSS/baseline/privileged-containers",
    "CIS-2.0/5.2.2",
    "NIST-800-190/4.4.3",
    "NIST-800-53-5/AC-6",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1611",
    "NSA-CISA-1.2/pod-security",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: workloads,
  params: parameters<ContainerParams>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* privilegedContainers(checked);
  },
});
