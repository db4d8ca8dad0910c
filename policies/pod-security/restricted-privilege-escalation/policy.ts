import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { privilegeEscalation } from "../../modules/pod-security/privilege-escalation.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "restricted-privilege-escalation",
  title: "Privilege escalation (Restricted)",
  description:
    "Containers must set `allowPrivilegeEscalation: false`. Holds from v1.8 on; from v1.25 on not for Windows pods.",
  rationale:
    "Without it a set-uid binary gives a process more privileges than its container was started with.",
  remediation: "Set `securityContext.allowPrivilegeEscalation: false` on every container.",
  severity: "high",
  controls: [
    "PSS/restricted/privilege-escalation",
    "CIS-2.0/5.2.6",
    "NIST-800-53-5/AC-6",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1068",
    "NSA-CISA-1.2/pod-security",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* privilegeEscalation(object, checked, minorVersion(params.version));
  },
});
