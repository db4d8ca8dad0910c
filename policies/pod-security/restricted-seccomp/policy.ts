import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { restrictedSeccomp } from "../../modules/pod-security/seccomp.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "restricted-seccomp",
  title: "Seccomp (Restricted)",
  description:
    "Every container must have a seccomp profile, its own or its pod's. Holds from v1.19 on; from v1.25 on not for Windows pods.",
  rationale:
    "Where nothing is set and the kubelet has no default, a container may use all of the kernel's system calls.",
  remediation: "Set `securityContext.seccompProfile.type: RuntimeDefault` on the pod.",
  severity: "high",
  controls: [
    "PSS/restricted/seccomp",
    "CIS-2.0/5.6.2",
    "NIST-800-190/4.4.3",
    "MITRE-ATTACK-16/T1068",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* restrictedSeccomp(object, checked, minorVersion(params.version));
  },
});
