import { containers, Pod, policy, violation } from "@policyc/sdk";
import { flagsOf, flagValue, flagValues, runs } from "../../modules/flags.js";

export default policy({
  name: "api-server-authorization",
  title: "The API server authorizes by Node and RBAC",
  description:
    "kube-apiserver must have `Node` and `RBAC` among its authorization modes, and not `AlwaysAllow`.",
  rationale:
    "`AlwaysAllow`, which is also the default without the flag, makes everybody an administrator; without `Node` a stolen kubelet credential reads every Secret.",
  remediation:
    "Set `--authorization-mode=Node,RBAC`, or name the same authorizers in `--authorization-config`.",
  severity: "critical",
  controls: [
    "CIS-1.10/1.2.6",
    "CIS-1.10/1.2.7",
    "CIS-1.10/1.2.8",
    "NIST-800-53-5/AC-3",
    "NSA-CISA-1.2/authorization",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver"))) {
      const flags = flagsOf(container);
      const modes = flagValues(flags, "authorization-mode");
      if (modes.includes("AlwaysAllow")) {
        yield violation("kube-apiserver allows everything: --authorization-mode has AlwaysAllow", container);
      }
      if (flagValue(flags, "authorization-config") === undefined) {
        if (modes.length === 0) {
          yield violation("kube-apiserver allows everything: --authorization-mode is not set", container);
        }
        for (const mode of ["Node", "RBAC"]) {
          if (modes.length > 0 && !modes.includes(mode)) {
            yield violation(`kube-apiserver does not authorize by ${mode}: --authorization-mode`, container);
          }
        }
      }
    }
  },
});
