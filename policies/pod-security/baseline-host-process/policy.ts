import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ContainerParams } from "../../modules/pod-security/control-params.js";
import { hostProcess } from "../../modules/pod-security/host-process.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-host-process",
  title: "HostProcess (Baseline)",
  description: "Windows containers must not be HostProcess containers.",
  rationale:
    "A HostProcess container is a process of the Windows node, with its files, its network and an account of the node.",
  remediation:
    "Remove `securityContext.windowsOptions.hostProcess`, from the pod and its containers. Exempt the images of node agents that are nothing else.",
  severity: "critical",
  controls: [
    "PSS/baseline/host-process",
    "CIS-2.0/5.2.10",
    "MITRE-ATTACK-16/T1611",
    "NSA-CISA-1.2/pod-security",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: workloads,
  params: parameters<ContainerParams>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* hostProcess(object, checked);
  },
});
