import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { hostProbes } from "../../modules/pod-security/host-probes.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-host-probes",
  title: "Hosts of probes and lifecycle hooks (Baseline)",
  description: "Probes and lifecycle hooks must not name a host. Holds from v1.34 on.",
  rationale:
    "The kubelet sends probes from the node's network: who chooses their host makes it call metadata services and other machines that pods cannot reach.",
  remediation:
    "Remove `host` from `httpGet` and `tcpSocket`: the probe goes to the pod then. A virtual host is set by the header `Host` in `httpHeaders`.",
  severity: "medium",
  controls: ["PSS/baseline/host-probes"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* hostProbes(checked, minorVersion(params.version));
  },
});
