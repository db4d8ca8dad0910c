import { containers, Pod, policy } from "@policyc/sdk";
import { openScheduler } from "../../modules/control-plane/scheduler.js";
import { flagsOf, runs } from "../../modules/flags.js";

export default policy({
  name: "scheduler",
  title: "The scheduler keeps to itself",
  description: "kube-scheduler must listen on the loopback address and serve no profiles.",
  rationale:
    "A port on the network that serves profiles tells strangers what the cluster does, and can slow it down.",
  remediation: "Set `--bind-address=127.0.0.1 --profiling=false`.",
  severity: "medium",
  controls: [
    "CIS-2.0/1.4.1",
    "CIS-2.0/1.4.2",
    "NIST-800-53-5/CM-7",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K06",
  ],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-scheduler")))
      yield* openScheduler(flagsOf(container), container);
  },
});
