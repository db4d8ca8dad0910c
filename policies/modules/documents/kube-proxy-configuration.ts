import { document } from "@policyc/sdk";

/** The file of kube-proxy's `--config`, as far as policies read it. */
export interface KubeProxyConfiguration {
  apiVersion: "kubeproxy.config.k8s.io/v1alpha1";
  kind: "KubeProxyConfiguration";
  /** Absent or empty means 127.0.0.1:10249. */
  metricsBindAddress?: string;
  enableProfiling?: boolean;
}

export const KubeProxyConfiguration = document<KubeProxyConfiguration>({
  name: "KubeProxyConfiguration",
  title: "configuration of kube-proxy",
  recognise: { fields: { apiVersion: "kubeproxy.config.k8s.io/v1alpha1", kind: "KubeProxyConfiguration" } },
});
