import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { restrictedProcMount } from "../../modules/pod-security/proc-mount.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "restricted-proc-mount",
  title: "/proc mount type (Restricted)",
  description:
    "Containers must leave the sensitive parts of /proc masked, in a user namespace too. Holds from v1.35 on, when Baseline was relaxed.",
  rationale: "A user namespace hides the node's users, not what /proc tells of its kernel.",
  remediation: "Remove `procMount`.",
  severity: "medium",
  controls: ["PSS/restricted/proc-mount"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* restrictedProcMount(checked, minorVersion(params.version));
  },
});
