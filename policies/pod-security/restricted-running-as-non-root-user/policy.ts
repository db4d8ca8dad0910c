import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { runAsUser } from "../../modules/pod-security/run-as-non-root.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "restricted-running-as-non-root-user",
  title: "Running as non-root user (Restricted)",
  description:
    "Pods and containers must not set `runAsUser: 0`. Holds from v1.23 on; from v1.35 on not for a pod in a user namespace.",
  rationale: "User 0 is root, also for an image that was built to run as somebody else.",
  remediation: "Remove `runAsUser`, or set it to another number.",
  severity: "high",
  controls: [
    "PSS/restricted/running-as-non-root-user",
    "CIS-2.0/5.2.7",
    "NIST-800-53-5/AC-6",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* runAsUser(object, checked, minorVersion(params.version));
  },
});
