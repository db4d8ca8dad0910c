import { parameters, policy, workloads } from "@policyc/sdk";
import { checkedContainers } from "../../modules/pod-security/checked-containers.js";
import type { ControlParams } from "../../modules/pod-security/control-params.js";
import { baselineProcMount } from "../../modules/pod-security/proc-mount.js";
import { minorVersion } from "../../modules/pod-security/version.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-proc-mount",
  title: "/proc mount type (Baseline)",
  description:
    "Containers must leave the sensitive parts of /proc masked. From v1.35 on, a pod in a user namespace need not.",
  rationale: "The masked paths tell of the node's kernel and let root change it.",
  remediation:
    "Remove `procMount`. A builder of images that needs it runs in a user namespace: `hostUsers: false`.",
  severity: "high",
  controls: ["PSS/baseline/proc-mount", "MITRE-ATTACK-16/T1611"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["restricted-proc-mount"],
  match: workloads,
  params: parameters<ControlParams>({ version: "latest" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const checked = checkedContainers(object, params.exemptImages ?? []);
    yield* baselineProcMount(object, checked, minorVersion(params.version));
  },
});
