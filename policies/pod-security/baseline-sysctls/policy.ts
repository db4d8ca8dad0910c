import { parameters, policy, workloads } from "@policyc/sdk";
import type { VersionParams } from "../../modules/pod-security/control-params.js";
import { sysctls } from "../../modules/pod-security/sysctls.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-sysctls",
  title: "Sysctls (Baseline)",
  description: "Pods must only set sysctls that are known to be safe: their effect ends with the pod.",
  rationale: "Other sysctls change the node for every pod on it, or switch off its protections.",
  remediation: "Remove the sysctl, or set it on the nodes of a pool of their own.",
  severity: "medium",
  controls: ["PSS/baseline/sysctls", "NIST-800-190/4.4.3"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<VersionParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    yield* sysctls(object, minorVersion(params.version));
  },
});
