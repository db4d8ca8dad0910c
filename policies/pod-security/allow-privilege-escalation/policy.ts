import { containers, parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isWindows } from "../../modules/pod-security/operating-system.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Images that may escalate: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

export default policy({
  name: "allow-privilege-escalation",
  title: "No privilege escalation",
  description:
    "Containers must set `allowPrivilegeEscalation: false`. Pods of Windows (`os.name`) cannot say it, and are left alone.",
  rationale:
    "Without it a set-uid binary gives a process more privileges than its container was started with.",
  remediation: "Set `securityContext.allowPrivilegeEscalation: false` on the container.",
  severity: "high",
  controls: [
    "PSS/restricted/privilege-escalation",
    "CIS-2.0/5.2.6",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1068",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["restricted-privilege-escalation"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPAllowPrivilegeEscalationContainer" },
  params: parameters<Params>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request) || isWindows(podSpec(object))) return;
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      if (container.securityContext?.allowPrivilegeEscalation === false) continue;
      yield violation(`Privilege escalation container is not allowed: ${container.name}`, container);
    }
  },
});
