import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { runAsNonRoot } from "../../modules/pod-security/run-as-non-root.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "restricted-running-as-non-root",
  title: "Running as non-root (Restricted)",
  description:
    "Containers must be required to run as another user than root. From v1.35 on, a pod in a user namespace need not.",
  rationale: "Root in a container is root on the node as soon as something lets it out.",
  remediation:
    "Set `securityContext.runAsNonRoot: true` on the pod, and build the image with a USER that is a number.",
  severity: "high",
  controls: [
    "PSS/restricted/running-as-non-root",
    "CIS-2.0/5.2.7",
    "NIST-800-190/4.4.3",
    "NIST-800-190/4.1.2",
    "NIST-800-53-5/AC-6",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "NSA-CISA-1.2/pod-security",
  ],
  rollout: { difficulty: "high", effect: "high", load: "low" },
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* runAsNonRoot(object, checked, minorVersion(params.version));
  },
});
