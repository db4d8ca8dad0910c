import { containers, Pod, policy } from "@policyc/sdk";
import { weakAuthorization } from "../../modules/control-plane/authorization.js";
import { flagsOf, runs } from "../../modules/flags.js";

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
    "CIS-2.0/1.2.6",
    "CIS-2.0/1.2.7",
    "CIS-2.0/1.2.8",
    "NIST-800-53-5/AC-3",
    "NSA-CISA-1.2/authorization",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K02",
    "NIST-800-190/4.3.1",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver")))
      yield* weakAuthorization(flagsOf(container), container);
  },
});
