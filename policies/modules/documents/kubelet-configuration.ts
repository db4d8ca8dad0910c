import { document, type Integer } from "@policyc/sdk";

/** The file of the kubelet's `--config`, as far as policies read it. Defaults are those of the file, not of the flags. */
export interface KubeletConfiguration {
  apiVersion: "kubelet.config.k8s.io/v1beta1";
  kind: "KubeletConfiguration";
  authentication?: {
    anonymous?: { enabled?: boolean };
    webhook?: { enabled?: boolean };
    x509?: { clientCAFile?: string };
  };
  authorization?: { mode?: string };
  readOnlyPort?: Integer;
  streamingConnectionIdleTimeout?: string;
  staticPodURL?: string;
  imagePullCredentialsVerificationPolicy?: string;
  /** For debugging; `nodes/proxy` is enough to ask. */
  enableSystemLogQuery?: boolean;
  allowedUnsafeSysctls?: string[];
  protectKernelDefaults?: boolean;
  makeIPTablesUtilChains?: boolean;
  eventRecordQPS?: Integer;
  tlsCertFile?: string;
  tlsPrivateKeyFile?: string;
  tlsMinVersion?: string;
  tlsCipherSuites?: string[];
  serverTLSBootstrap?: boolean;
  rotateCertificates?: boolean;
  featureGates?: { [gate: string]: boolean };
  podPidsLimit?: Integer;
  seccompDefault?: boolean;
}

export const KubeletConfiguration = document<KubeletConfiguration>({
  name: "KubeletConfiguration",
  title: "configuration of a kubelet",
  recognise: { fields: { apiVersion: "kubelet.config.k8s.io/v1beta1", kind: "KubeletConfiguration" } },
});

/** The same in the file of `kubeadm --config`, which no kubelet ever reads: kubeadm fills in what it does not say. */
export const KubeadmKubelet = document<KubeletConfiguration>({
  name: "KubeadmKubelet",
  title: "configuration of kubelets for kubeadm",
  recognise: {
    fields: { apiVersion: "kubelet.config.k8s.io/v1beta1", kind: "KubeletConfiguration" },
    beside: { fields: { apiVersion: ["kubeadm.k8s.io/v1beta4", "kubeadm.k8s.io/v1beta3"] } },
  },
});
