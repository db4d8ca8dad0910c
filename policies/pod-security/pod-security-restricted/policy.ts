import { parameters, policy, workloads } from "@policyc/sdk";
import { isExempt, type LevelParams } from "../../modules/pod-security/level.js";
import { restricted } from "../../modules/pod-security/restricted.js";

export default policy({
  name: "pod-security-restricted",
  title: "Pod Security Standards: Restricted",
  description:
    "Pods must meet the Restricted level of the Pod Security Standards, in the given version: Baseline, no root, no privileges to gain, a seccomp profile, and only volumes that stay in the pod or the storage classes.",
  rationale:
    "Baseline keeps a container from asking for the node. Restricted also takes away what an intruder needs to get there by a flaw in the kernel or the runtime.",
  remediation:
    "Set runAsNonRoot, seccompProfile RuntimeDefault, allowPrivilegeEscalation false and drop ALL capabilities; use the volume types of Kubernetes' own storage. Where a workload cannot, exclude the control for its images.",
  severity: "high",
  controls: [
    "PSS/restricted",
    "CIS-2.0/5.2.2",
    "CIS-2.0/5.2.3",
    "CIS-2.0/5.2.4",
    "CIS-2.0/5.2.5",
    "CIS-2.0/5.2.6",
    "CIS-2.0/5.2.7",
    "CIS-2.0/5.2.8",
    "CIS-2.0/5.2.9",
    "CIS-2.0/5.2.10",
    "CIS-2.0/5.2.11",
    "CIS-2.0/5.2.12",
    "CIS-2.0/5.6.2",
    "CIS-2.0/5.6.3",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "NIST-800-190/4.4.3",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "high", effect: "high", load: "low" },
  coveredBy: [
    "baseline-apparmor",
    "baseline-capabilities",
    "baseline-host-namespaces",
    "baseline-host-ports",
    "baseline-host-probes",
    "baseline-host-process",
    "baseline-hostpath-volumes",
    "baseline-privileged-containers",
    "baseline-proc-mount",
    "baseline-seccomp",
    "baseline-selinux",
    "baseline-sysctls",
    "restricted-capabilities",
    "restricted-privilege-escalation",
    "restricted-proc-mount",
    "restricted-running-as-non-root",
    "restricted-running-as-non-root-user",
    "restricted-seccomp",
    "restricted-volume-types",
  ],
  match: workloads,
  params: parameters<LevelParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isExempt(object, params, request)) return;
    yield* restricted(object, params);
  },
});
