import { containers, Pod, policy } from "@policyc/sdk";
import { openControllerManager } from "../../modules/control-plane/controller-manager.js";
import { flagsOf, runs } from "../../modules/flags.js";

export default policy({
  name: "controller-manager",
  title: "The controller manager keeps to itself",
  description:
    "kube-controller-manager must listen on the loopback address, serve no profiles, give each controller its own account, and have the keys for service accounts.",
  rationale:
    "With one account for all controllers a flaw in any has the rights of all; a port on the network that serves profiles tells strangers what the cluster does.",
  remediation:
    "Set `--bind-address=127.0.0.1 --profiling=false --use-service-account-credentials=true`, `--service-account-private-key-file` and `--root-ca-file`.",
  severity: "medium",
  controls: [
    "CIS-2.0/1.3.1",
    "CIS-2.0/1.3.2",
    "CIS-2.0/1.3.3",
    "CIS-2.0/1.3.4",
    "CIS-2.0/1.3.5",
    "CIS-2.0/1.3.6",
    "CIS-2.0/1.3.7",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/CM-7",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K06",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-controller-manager")))
      yield* openControllerManager(flagsOf(container), container);
  },
});
