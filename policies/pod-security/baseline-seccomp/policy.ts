import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { baselineSeccomp } from "../../modules/pod-security/seccomp.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-seccomp",
  title: "Seccomp (Baseline)",
  description:
    "Pods must not set their seccomp profile to Unconfined. Before v1.19 the annotations count, then the fields.",
  rationale:
    "Unconfined gives a container all of the kernel's system calls, and with them most of the kernel's flaws.",
  remediation: "Remove the profile, or set its type to RuntimeDefault or Localhost.",
  severity: "high",
  controls: [
    "PSS/baseline/seccomp",
    "CIS-2.0/5.6.2",
    "NIST-800-190/4.4.3",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["restricted-seccomp"],
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* baselineSeccomp(object, checked, minorVersion(params.version));
  },
});
