import { document } from "@policyc/sdk";

interface Listed {
  kubeletExtraArgs?: { name: string; value: string }[];
}

interface Mapped {
  kubeletExtraArgs?: { [flag: string]: string };
}

interface BootstrapToken {
  token?: string;
  ttl?: string;
}

interface Discovery {
  bootstrapToken?: { unsafeSkipCAVerification?: boolean };
}

/** The InitConfiguration of `kubeadm init --config`: the first node, as far as policies read it. */
export interface KubeadmInit {
  apiVersion: "kubeadm.k8s.io/v1beta4";
  kind: "InitConfiguration";
  nodeRegistration?: Listed;
  bootstrapTokens?: BootstrapToken[];
}

/** The same until v1beta3, where flags are a map. */
export interface KubeadmInit3 {
  apiVersion: "kubeadm.k8s.io/v1beta3";
  kind: "InitConfiguration";
  nodeRegistration?: Mapped;
  bootstrapTokens?: BootstrapToken[];
}

/** The JoinConfiguration of `kubeadm join --config`: another node. */
export interface KubeadmJoin {
  apiVersion: "kubeadm.k8s.io/v1beta4";
  kind: "JoinConfiguration";
  nodeRegistration?: Listed;
  discovery?: Discovery;
}

/** The same until v1beta3. */
export interface KubeadmJoin3 {
  apiVersion: "kubeadm.k8s.io/v1beta3";
  kind: "JoinConfiguration";
  nodeRegistration?: Mapped;
  discovery?: Discovery;
}

const title = "kubeadm configuration of a node";

export const KubeadmInit = document<KubeadmInit>({
  name: "KubeadmInit",
  title,
  recognise: { fields: { apiVersion: "kubeadm.k8s.io/v1beta4", kind: "InitConfiguration" } },
});

export const KubeadmInit3 = document<KubeadmInit3>({
  name: "KubeadmInit3",
  title,
  recognise: { fields: { apiVersion: "kubeadm.k8s.io/v1beta3", kind: "InitConfiguration" } },
});

export const KubeadmJoin = document<KubeadmJoin>({
  name: "KubeadmJoin",
  title,
  recognise: { fields: { apiVersion: "kubeadm.k8s.io/v1beta4", kind: "JoinConfiguration" } },
});

export const KubeadmJoin3 = document<KubeadmJoin3>({
  name: "KubeadmJoin3",
  title,
  recognise: { fields: { apiVersion: "kubeadm.k8s.io/v1beta3", kind: "JoinConfiguration" } },
});
