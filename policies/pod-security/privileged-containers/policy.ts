import { containers, parameters, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

export default policy({
  name: "privileged-containers",
  title: "No privileged containers",
  description: "Containers must not be privileged.",
  rationale:
    "A privileged container has all capabilities and all devices of its node: it is root on the node.",
  remediation: "Remove `securityContext.privileged`, and add the one capability that is needed.",
  severity: "critical",
  controls: [
    "PSS/baseline/privileged-containers",
    "CIS-2.0/5.2.2",
    "NIST-800-190/4.4.3",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["baseline-privileged-containers"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPPrivilegedContainer" },
  params: parameters<Params>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      if (container.securityContext?.privileged !== true) continue;
      yield violation(
        `Privileged container is not allowed: ${container.name}, securityContext.privileged: true`,
        container,
      );
    }
  },
});
