import { parameters, policy } from "@policyc/sdk";
import { type AdmissionPlugins, missingAdmission } from "../../modules/control-plane/admission.js";
import { type AuditLogBounds, missingAuditLog } from "../../modules/control-plane/audit-log.js";
import { weakAuthentication } from "../../modules/control-plane/authentication.js";
import { weakAuthorization } from "../../modules/control-plane/authorization.js";
import { componentFlags } from "../../modules/control-plane/kubeadm-flags.js";
import { weakEncryption } from "../../modules/control-plane/tls.js";
import { KubeadmCluster, KubeadmCluster3 } from "../../modules/documents/kubeadm-configuration.js";

interface Params {
  /** The admission plugins that the API server must have. */
  plugins: AdmissionPlugins;
  /** How long the audit log must be kept. */
  auditLog: AuditLogBounds;
}

export default policy({
  name: "kubeadm-api-server",
  title: "kubeadm: the API server is hardened before it starts",
  description:
    "The flags that kubeadm gives kube-apiserver, with those of `apiServer.extraArgs`, must authenticate and authorize everybody, keep the admission plugins on, encrypt what is stored, and write an audit log.",
  rationale:
    "What kubeadm leaves out by default is what a benchmark finds later on every control-plane node: anonymous requests, profiles, no audit log, Secrets in plain text in etcd.",
  remediation:
    "Set the flags in `apiServer.extraArgs`, and mount the files that they name by `apiServer.extraVolumes`.",
  severity: "high",
  controls: [
    "CIS-2.0/1.2.1",
    "CIS-2.0/1.2.2",
    "CIS-2.0/1.2.4",
    "CIS-2.0/1.2.5",
    "CIS-2.0/1.2.6",
    "CIS-2.0/1.2.7",
    "CIS-2.0/1.2.8",
    "CIS-2.0/1.2.10",
    "CIS-2.0/1.2.12",
    "CIS-2.0/1.2.13",
    "CIS-2.0/1.2.14",
    "CIS-2.0/1.2.15",
    "CIS-2.0/1.2.16",
    "CIS-2.0/1.2.17",
    "CIS-2.0/1.2.18",
    "CIS-2.0/1.2.19",
    "CIS-2.0/1.2.21",
    "CIS-2.0/1.2.22",
    "CIS-2.0/1.2.23",
    "CIS-2.0/1.2.24",
    "CIS-2.0/1.2.25",
    "CIS-2.0/1.2.26",
    "CIS-2.0/1.2.27",
    "CIS-2.0/1.2.29",
    "CIS-2.0/3.2.1",
    "NIST-800-53-5/CM-6",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [KubeadmCluster, KubeadmCluster3],
  params: parameters<Params>({
    plugins: {
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
    },
    auditLog: { minAge: 30, minBackups: 10, minSize: 100 },
  }),
  *check({ object, params }) {
    const flags = componentFlags(object, "apiServer");
    const at = object.apiServer ?? object;
    yield* weakAuthentication(flags, at);
    yield* weakAuthorization(flags, at);
    yield* missingAdmission(flags, params.plugins, at);
    yield* weakEncryption(flags, at);
    yield* missingAuditLog(flags, params.auditLog, at);
  },
});
