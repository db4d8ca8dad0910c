import { parameters, policy, workloads } from "@policyc/sdk";
import { restrictedCapabilities } from "../../modules/pod-security/capabilities.js";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "restricted-capabilities",
  title: "Capabilities (Restricted)",
  description:
    "Containers must drop all capabilities and may add none but NET_BIND_SERVICE. Holds from v1.22 on; from v1.25 on not for Windows pods.",
  rationale:
    "Most programs need no capability at all. What is not there cannot be used against the node or the network.",
  remediation:
    "Set `securityContext.capabilities.drop: [ALL]`, and add NET_BIND_SERVICE where a port below 1024 is opened.",
  severity: "high",
  controls: [
    "PSS/restricted/capabilities",
    "CIS-2.0/5.2.8",
    "CIS-1.10/5.2.9",
    "CIS-2.0/5.2.9",
    "NIST-800-53-5/AC-6",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* restrictedCapabilities(object, checked, minorVersion(params.version));
  },
});
