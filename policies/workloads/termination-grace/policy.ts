import { appContainers, type Integer, parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** The shortest grace period, in seconds. */
  minimum?: Integer;
  /** The longest grace period, in seconds: a drain waits as long. */
  maximum?: Integer;
}

export default policy({
  name: "termination-grace",
  title: "Termination grace period",
  description:
    "Pods must get time to end, but not without end, and more of it than their preStop hooks sleep.",
  rationale:
    "A grace period of 0 kills a process in the midst of a write. A very long one holds up the draining of nodes. A hook that sleeps through all of it leaves none for the process.",
  remediation: "Set `terminationGracePeriodSeconds` to what the program needs to end; without it, it is 30.",
  severity: "low",
  controls: [],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: workloads,
  params: parameters<Params>({ minimum: 1, maximum: 600 }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const spec = podSpec(object);
    const grace = spec.terminationGracePeriodSeconds ?? 30;
    const { minimum, maximum } = params;
    if (minimum !== undefined && grace < minimum)
      yield violation(`terminationGracePeriodSeconds is ${grace}, it must be at least ${minimum}`, spec);
    if (maximum !== undefined && grace > maximum)
      yield violation(`terminationGracePeriodSeconds is ${grace}, it must be at most ${maximum}`, spec);
    for (const container of appContainers(object)) {
      const slept = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
      if (slept > 0 && slept >= grace)
        yield violation(
          `container <${container.name}> sleeps ${slept} s in its preStop hook, which leaves nothing of the ${grace} s that it has to end`,
          container,
        );
    }
  },
});
