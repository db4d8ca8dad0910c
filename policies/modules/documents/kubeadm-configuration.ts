import { document } from "@policyc/sdk";

/** What a component is started with beside what kubeadm gives it: a map until v1beta3, a list from v1beta4 on. */
interface Mapped {
  extraArgs?: { [flag: string]: string };
}

interface Listed {
  extraArgs?: { name: string; value: string }[];
}

interface ExternalEtcd {
  endpoints: string[];
  caFile?: string;
  certFile?: string;
  keyFile?: string;
}

/** The ClusterConfiguration of `kubeadm init --config`, as far as policies read it. */
export interface KubeadmCluster {
  apiVersion: "kubeadm.k8s.io/v1beta4";
  kind: "ClusterConfiguration";
  apiServer?: Listed;
  controllerManager?: Listed;
  scheduler?: Listed;
  etcd?: { local?: Listed; external?: ExternalEtcd };
}

/** The same until v1beta3. */
export interface KubeadmCluster3 {
  apiVersion: "kubeadm.k8s.io/v1beta3";
  kind: "ClusterConfiguration";
  apiServer?: Mapped;
  controllerManager?: Mapped;
  scheduler?: Mapped;
  etcd?: { local?: Mapped; external?: ExternalEtcd };
}

export const KubeadmCluster = document<KubeadmCluster>({
  name: "KubeadmCluster",
  title: "kubeadm configuration of a cluster",
  recognise: { fields: { apiVersion: "kubeadm.k8s.io/v1beta4", kind: "ClusterConfiguration" } },
});

export const KubeadmCluster3 = document<KubeadmCluster3>({
  name: "KubeadmCluster3",
  title: "kubeadm configuration of a cluster",
  recognise: { fields: { apiVersion: "kubeadm.k8s.io/v1beta3", kind: "ClusterConfiguration" } },
});
