import { containers, parameters, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /** `Default` keeps the runtime's masks on `/proc`; `Unmasked` lets containers take them off. */
  procMount?: "Default" | "Unmasked";
}

export default policy({
  name: "proc-mount",
  title: "Masked /proc",
  description: "Containers must keep the container runtime's masks on `/proc`.",
  rationale: "Unmasked, `/proc` shows and changes what belongs to the kernel of the node.",
  remediation: "Remove `securityContext.procMount`.",
  severity: "high",
  controls: ["PSS/baseline/proc-mount", "MITRE-ATTACK-16/T1611"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["baseline-proc-mount", "restricted-proc-mount"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPProcMount" },
  params: parameters<Params>({ procMount: "Default" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request) || params.procMount === "Unmasked") return;
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      if ((container.securityContext?.procMount ?? "Default") === "Default") continue;
      yield violation(
        `ProcMount type is not allowed, container: ${container.name}. Allowed procMount types: Default`,
        container,
      );
    }
  },
});
