import { parameters, policy, workloads } from "@policyc/sdk";
import { baseline } from "../../modules/pod-security/baseline.js";
import { isExempt, type LevelParams } from "../../modules/pod-security/level.js";

export default policy({
  name: "pod-security-baseline",
  title: "Pod Security Standards: Baseline",
  description:
    "Pods must meet the Baseline level of the Pod Security Standards, in the given version: no known way from a container to its node.",
  rationale:
    "Host namespaces, host paths, added capabilities and privileged containers each hand the node, and with it all pods on it, to whoever takes over the container.",
  remediation:
    "Remove the field that the message names. What needs it is part of the platform: exclude its control for its images, and keep it in a namespace of its own.",
  severity: "high",
  controls: [
    "PSS/baseline",
    "CIS-2.0/5.2.2",
    "CIS-2.0/5.2.3",
    "CIS-2.0/5.2.4",
    "CIS-2.0/5.2.5",
    "CIS-2.0/5.2.10",
    "CIS-2.0/5.2.11",
    "CIS-2.0/5.2.12",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "NIST-800-190/4.4.3",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
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
  ],
  match: workloads,
  params: parameters<LevelParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isExempt(object, params, request)) return;
    yield* baseline(object, params);
  },
});
