import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ContainerParams } from "../../modules/pod-security/control-params.js";
import { hostPorts } from "../../modules/pod-security/host-ports.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-host-ports",
  title: "Host ports (Baseline)",
  description: "Containers must not open ports of their node.",
  rationale:
    "A port of the node is reachable from outside the cluster, around Services and often around NetworkPolicies, and keeps a second replica off the node.",
  remediation: "Remove `hostPort` and expose the port by a Service, an Ingress or a Gateway.",
  severity: "medium",
  controls: ["PSS/baseline/host-ports", "CIS-2.0/5.2.12"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<ContainerParams>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* hostPorts(checked);
  },
});
