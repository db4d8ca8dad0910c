import { containers, Pod, parameters, policy, violation } from "@policyc/sdk";
import { flagsOf, flagValues, runs } from "../../modules/flags.js";

interface Params {
  /** Plugins that must be turned on, beside what `api-server-admission` asks for. */
  plugins: string[];
}

export default policy({
  name: "api-server-extra-plugins",
  title: "The API server's optional admission plugins are on",
  description:
    "kube-apiserver must turn on `AlwaysPullImages`, `DenyServiceExternalIPs` and `EventRateLimit`, which are off by default.",
  rationale:
    "Before Kubernetes 1.35 an image that a node has already is run without asking the registry whether this pod may have it; whoever may set `externalIPs` takes over other addresses' traffic (CVE-2020-8554); a flood of events fills etcd.",
  remediation:
    "Add the plugins to `--enable-admission-plugins`; EventRateLimit needs its limits in `--admission-control-config-file`. Take a plugin out of `plugins` where a policy does its work: `pull-policy`, `externalip`.",
  severity: "low",
  controls: [
    "CIS-2.0/1.2.3",
    "CIS-2.0/1.2.9",
    "CIS-2.0/1.2.11",
    "NIST-800-53-5/CM-7",
    "NIST-800-53-5/SC-5",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "MITRE-ATTACK-16/T1557",
    "MITRE-ATTACK-16/T1499",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "medium" },
  match: [Pod],
  params: parameters<Params>({ plugins: ["AlwaysPullImages", "DenyServiceExternalIPs", "EventRateLimit"] }),
  *check({ object, params }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver"))) {
      const enabled = flagValues(flagsOf(container), "enable-admission-plugins");
      for (const plugin of params.plugins) {
        if (!enabled.includes(plugin)) {
          yield violation(`kube-apiserver does not turn the admission plugin ${plugin} on`, container);
        }
      }
    }
  },
});
