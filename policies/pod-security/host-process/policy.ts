import { containers, parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Images that may run on the host: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

export default policy({
  name: "host-process",
  title: "No HostProcess containers",
  description: "Windows containers must not run as processes of their host.",
  rationale:
    "A HostProcess container is a process of the Windows node itself, with its files, network and accounts.",
  remediation:
    "Remove `windowsOptions.hostProcess` from the security contexts of the pod and its containers.",
  severity: "critical",
  controls: [
    "PSS/baseline/host-process",
    "CIS-2.0/5.2.10",
    "NSA-CISA-1.2/pod-security",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["baseline-host-process"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPHostProcess" },
  params: parameters<Params>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    if (podSpec(object).securityContext?.windowsOptions?.hostProcess === true) {
      yield violation(`HostProcess is not allowed at pod level: ${object.metadata.name}`, podSpec(object));
    }
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      if (container.securityContext?.windowsOptions?.hostProcess !== true) continue;
      yield violation(
        `HostProcess container is not allowed: ${container.name}, securityContext.windowsOptions.hostProcess: true`,
        container,
      );
    }
  },
});
