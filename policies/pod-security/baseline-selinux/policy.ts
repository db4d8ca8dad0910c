import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { seLinux } from "../../modules/pod-security/selinux.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-selinux",
  title: "SELinux (Baseline)",
  description: "Pods must keep an SELinux type of containers, and must not set an SELinux user or role.",
  rationale:
    "With a type such as spc_t, or another user or role, SELinux lets a container do to the node what it was there to prevent.",
  remediation:
    "Remove `seLinuxOptions`, or use the type container_t, container_init_t, container_kvm_t or (from v1.31 on) container_engine_t. `level` is free.",
  severity: "high",
  controls: ["PSS/baseline/selinux", "CIS-2.0/5.6.3", "NIST-800-190/4.4.3", "NSA-CISA-1.2/pod-security"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* seLinux(object, checked, minorVersion(params.version));
  },
});
