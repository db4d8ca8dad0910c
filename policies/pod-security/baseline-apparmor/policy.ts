import { parameters, policy, workloads } from "@policyc/sdk";
import { appArmor } from "../../modules/pod-security/apparmor.js";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ContainerParams } from "../../modules/pod-security/control-params.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-apparmor",
  title: "AppArmor (Baseline)",
  description:
    "Pods must not switch AppArmor off: the profile is the runtime's, or one that is loaded on the node.",
  rationale:
    "The runtime's profile keeps a container from mounts and from parts of /proc and /sys that lead to the node.",
  remediation:
    "Remove `appArmorProfile`, or set its type to RuntimeDefault or Localhost; the old annotation may be runtime/default or localhost/….",
  severity: "high",
  controls: ["PSS/baseline/apparmor", "CIS-2.0/5.6.3", "NIST-800-190/4.4.3", "NSA-CISA-1.2/pod-security"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<ContainerParams>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* appArmor(object, checked);
  },
});
