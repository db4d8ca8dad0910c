import { type Integer, parameters, policy, violation } from "@policyc/sdk";
import { KubeadmKubelet, KubeletConfiguration } from "../../modules/documents/kubelet-configuration.js";
import { durationSeconds } from "../../modules/duration.js";
import { isOldTls, isStrongCipher } from "../../modules/tls.js";

interface Params {
  /**
   * Events a second that the kubelet must be able to record; 0 in the file is no limit.
   * @minimum 0
   */
  minEventQps: Integer;
  /** Ask for `protectKernelDefaults` too, which the benchmark of CIS dropped. */
  hardenNode?: boolean;
  /**
   * The files are given to kubeadm, which fills in `clientCAFile` and `rotateCertificates` itself. A file that has a
   * document of kubeadm's beside it is one of these anyway.
   */
  kubeadm?: boolean;
}

/** Seconds: what the kubelet itself takes where nothing is said. */
const maxIdle = 14400;

export default policy({
  name: "kubelet-configuration",
  title: "The kubelet asks who is there",
  description:
    "A KubeletConfiguration must refuse anonymous requests, authorize by webhook, have no read-only port, serve by TLS and rotate certificates, limit what a pod can use up, fetch no static pods in plain text, give no images to pods that could not pull them, show no logs of the node, allow no unsafe kernel parameters, and give containers a seccomp profile by default.",
  rationale:
    "The kubelet can run commands in every container of its node: an open one is root on the node for anybody in the network.",
  remediation:
    "Set `authentication.anonymous.enabled: false`, `authorization.mode: Webhook`, `authentication.x509.clientCAFile`, `readOnlyPort: 0`, `rotateCertificates: true`, `serverTLSBootstrap: true`, `podPidsLimit` and `seccompDefault: true`. kubeadm fills in `clientCAFile` and `rotateCertificates`: it is known by its own documents in the same file, or by the parameter `kubeadm`.",
  severity: "high",
  controls: [
    "CIS-2.0/4.2.1",
    "CIS-2.0/4.2.2",
    "CIS-2.0/4.2.3",
    "CIS-2.0/4.2.4",
    "CIS-2.0/4.2.5",
    "CIS-2.0/4.2.6",
    "CIS-2.0/4.2.8",
    "CIS-2.0/4.2.9",
    "CIS-2.0/4.2.10",
    "CIS-2.0/4.2.11",
    "CIS-2.0/4.2.12",
    "CIS-2.0/4.2.13",
    "CIS-2.0/4.2.14",
    "NIST-800-53-5/AC-3",
    "NIST-800-53-5/CM-6",
    "NSA-CISA-1.2/authentication",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K06",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  // The first that recognises a document is its kind.
  match: [KubeadmKubelet, KubeletConfiguration],
  params: parameters<Params>({ minEventQps: 5 }),
  *check({ object, params, request }) {
    const { authentication, tlsMinVersion = "" } = object;
    if (authentication?.anonymous?.enabled === true) {
      yield violation(
        "the kubelet answers anonymous requests: authentication.anonymous.enabled is true",
        authentication,
      );
    }
    if (authentication?.webhook?.enabled === false) {
      yield violation(
        "the kubelet does not check tokens: authentication.webhook.enabled is false",
        authentication,
      );
    }
    const fillsIn = params.kubeadm === true || request.kind?.kind === "KubeadmKubelet";
    if (!fillsIn && (authentication?.x509?.clientCAFile ?? "") === "") {
      yield violation(
        "the kubelet does not check client certificates: no authentication.x509.clientCAFile",
        object,
      );
    }
    if ((object.authorization?.mode ?? "Webhook") !== "Webhook") {
      yield violation(
        `the kubelet allows everything: authorization.mode ${object.authorization?.mode ?? ""}`,
        object.authorization,
      );
    }
    if ((object.readOnlyPort ?? 0) !== 0) {
      yield violation(
        `the kubelet serves without authentication: readOnlyPort ${object.readOnlyPort ?? 0}`,
        object,
      );
    }
    // A file that says 0, as every one of kubeadm's does, means the default: SetDefaults_KubeletConfiguration.
    const idle = object.streamingConnectionIdleTimeout ?? "0";
    const idleSeconds = durationSeconds(idle);
    if (idleSeconds !== undefined && idleSeconds > maxIdle) {
      yield violation(
        `connections to containers stay open: streamingConnectionIdleTimeout ${idle}, more than 4h`,
        object,
      );
    }
    if ((object.staticPodURL ?? "").startsWith("http://")) {
      yield violation(
        `the kubelet runs pods that it fetches in plain text: staticPodURL ${object.staticPodURL ?? ""}`,
        object,
      );
    }
    // By default those are verified that somebody's Secret has pulled (KEP-2535).
    if (object.imagePullCredentialsVerificationPolicy === "NeverVerify") {
      yield violation(
        "pods use images that others have pulled with their credentials: imagePullCredentialsVerificationPolicy NeverVerify",
        object,
      );
    }
    if (object.enableSystemLogQuery === true) {
      yield violation(
        "the kubelet shows the logs of the node's services: enableSystemLogQuery is true",
        object,
      );
    }
    for (const sysctl of object.allowedUnsafeSysctls ?? []) {
      yield violation(
        `pods may set a kernel parameter that is not safe: allowedUnsafeSysctls ${sysctl}`,
        object,
      );
    }
    if (object.makeIPTablesUtilChains === false) {
      yield violation("the kubelet leaves iptables to others: makeIPTablesUtilChains is false", object);
    }
    const events = object.eventRecordQPS ?? 50;
    if (events !== 0 && events < params.minEventQps) {
      yield violation(
        `the kubelet drops events: eventRecordQPS ${events}, less than ${params.minEventQps}`,
        object,
      );
    }
    const hasFiles = object.tlsCertFile !== undefined && object.tlsPrivateKeyFile !== undefined;
    if (!hasFiles && object.serverTLSBootstrap !== true) {
      yield violation(
        "the kubelet signs its own certificate: neither tlsCertFile and tlsPrivateKeyFile nor serverTLSBootstrap",
        object,
      );
    }
    if (!fillsIn && object.rotateCertificates !== true) {
      yield violation(
        "the kubelet does not renew its client certificate: rotateCertificates is not true",
        object,
      );
    }
    if (object.featureGates?.["RotateKubeletServerCertificate"] === false) {
      yield violation(
        "the kubelet does not renew its server certificate: RotateKubeletServerCertificate is false",
        object.featureGates,
      );
    }
    if (isOldTls(tlsMinVersion)) {
      yield violation(`the kubelet accepts old TLS: tlsMinVersion ${tlsMinVersion}`, object);
    }
    for (const suite of object.tlsCipherSuites ?? []) {
      if (!isStrongCipher(suite)) yield violation(`the kubelet accepts a weak cipher: ${suite}`, object);
    }
    if ((object.podPidsLimit ?? 0) <= 0) {
      yield violation("a pod may use up the processes of its node: podPidsLimit is not set", object);
    }
    if (params.hardenNode === true && object.protectKernelDefaults !== true) {
      yield violation("the kubelet changes the kernel's settings: protectKernelDefaults is not true", object);
    }
    if (object.seccompDefault !== true) {
      yield violation("containers have no seccomp profile by default: seccompDefault is not true", object);
    }
  },
});
