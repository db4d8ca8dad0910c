import { containers, Pod, parameters, policy } from "@policyc/sdk";
import { type AdmissionPlugins, missingAdmission } from "../../modules/control-plane/admission.js";
import { flagsOf, runs } from "../../modules/flags.js";

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
    "CIS-2.0/1.2.10",
    "CIS-2.0/1.2.12",
    "CIS-2.0/1.2.13",
    "CIS-2.0/1.2.14",
    "NIST-800-53-5/CM-7",
    "NIST-800-53-5/AC-6",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [Pod],
  params: parameters<AdmissionPlugins>({
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
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver")))
      yield* missingAdmission(flagsOf(container), params, container);
  },
});
