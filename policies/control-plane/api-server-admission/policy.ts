import { containers, Pod, parameters, policy, violation } from "@policyc/sdk";
import { flagsOf, flagValues, runs } from "../../modules/flags.js";

interface Params {
  /** Plugins that must be turned on. Those that are on by default need not be here. */
  enabled: string[];
  /** Plugins that are on by default and must stay so. */
  notDisabled: string[];
}

export default policy({
  name: "api-server-admission",
  title: "The API server's admission plugins are on",
  description:
    "kube-apiserver must turn `NodeRestriction` on, not `AlwaysAdmit`, and leave on the plugins that the cluster's security is made of.",
  rationale:
    "Without NodeRestriction a kubelet may label its node and change others' pods; without ServiceAccount, PodSecurity or the webhooks, policies are only files.",
  remediation:
    "Set `--enable-admission-plugins=NodeRestriction`, and take these names out of `--disable-admission-plugins`.",
  severity: "high",
  controls: [
    "CIS-1.10/1.2.10",
    "CIS-1.10/1.2.12",
    "CIS-1.10/1.2.13",
    "CIS-1.10/1.2.14",
    "NIST-800-53-5/CM-7",
    "NIST-800-53-5/AC-6",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [Pod],
  params: parameters<Params>({
    enabled: ["NodeRestriction"],
    notDisabled: [
      "NamespaceLifecycle",
      "ServiceAccount",
      "PodSecurity",
      "CertificateApproval",
      "CertificateSigning",
      "CertificateSubjectRestriction",
      "MutatingAdmissionWebhook",
      "ValidatingAdmissionPolicy",
      "ValidatingAdmissionWebhook",
    ],
  }),
  *check({ object, params }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver"))) {
      const flags = flagsOf(container);
      const enabled = flagValues(flags, "enable-admission-plugins");
      const disabled = flagValues(flags, "disable-admission-plugins");
      if (enabled.includes("AlwaysAdmit")) {
        yield violation("kube-apiserver has the admission plugin AlwaysAdmit", container);
      }
      for (const plugin of params.enabled) {
        if (!enabled.includes(plugin)) {
          yield violation(`kube-apiserver does not turn the admission plugin ${plugin} on`, container);
        }
      }
      for (const plugin of [...params.enabled, ...params.notDisabled]) {
        if (disabled.includes(plugin)) {
          yield violation(`kube-apiserver turns the admission plugin ${plugin} off`, container);
        }
      }
    }
  },
});
