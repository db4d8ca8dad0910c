import { Pod, parameters, policy, violation } from "@policyc/sdk";
import { isStaticPod } from "../../modules/static-pod.js";

interface Params {
  /** Pods that are not restarted when they end may stand alone. */
  allowOneOff?: boolean;
}

export default policy({
  name: "no-bare-pods",
  title: "No bare pods",
  description: "Pods must be made by a controller: a Deployment, a Job, an operator.",
  rationale:
    "Nobody makes a pod anew that stood alone on a lost node. It is also how an intruder starts his own.",
  remediation: "Put the pod into the template of a Deployment, StatefulSet, DaemonSet or Job.",
  severity: "low",
  controls: ["NIST-800-190/4.4.5", "MITRE-ATTACK-16/T1610"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: { kinds: [Pod], operations: ["CREATE"] },
  params: parameters<Params>({}),
  *check({ object, params }) {
    if (isStaticPod(object)) return;
    if (params.allowOneOff === true && object.spec.restartPolicy === "Never") return;
    if ((object.metadata.ownerReferences ?? []).some((owner) => owner.controller === true)) return;
    yield violation(`pod <${object.metadata.name}> is made by no controller`, object.metadata);
  },
});
