import { containers, parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isWindows } from "../../modules/pod-security/operating-system.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Images that may write to their root file system: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

export default policy({
  name: "read-only-root-filesystem",
  title: "Read-only root file system",
  description:
    "Containers must run with a read-only root file system. Pods of Windows (`os.name`) cannot say it, and are left alone.",
  rationale: "An intruder who cannot write cannot drop a tool or change a binary.",
  remediation:
    "Set `securityContext.readOnlyRootFilesystem: true` and mount an emptyDir where the program writes.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.6.3",
    "NSA-CISA-1.2/immutable-filesystem",
    "NIST-800-190/4.4.4",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "high", effect: "medium", load: "medium" },
  match: workloads,
  gatekeeper: { kind: "K8sPSPReadOnlyRootFilesystem" },
  params: parameters<Params>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request) || isWindows(podSpec(object))) return;
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      if (container.securityContext?.readOnlyRootFilesystem) continue;
      yield violation(`only read-only root filesystem container is allowed: ${container.name}`, container);
    }
  },
});
