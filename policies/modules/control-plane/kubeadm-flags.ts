import { sorted } from "@policyc/sdk";
import type { KubeadmCluster, KubeadmCluster3 } from "../documents/kubeadm-configuration.js";
import { flagName } from "../flags.js";

/** The flags that a component of the control plane is started with. */
export function componentFlags(
  cluster: KubeadmCluster | KubeadmCluster3,
  component: "apiServer" | "controllerManager" | "scheduler",
): string[] {
  const own = ownFlags[component] ?? [];
  return cluster.apiVersion === "kubeadm.k8s.io/v1beta4"
    ? startedWith(own, listedFlags(cluster[component]?.extraArgs ?? []))
    : startedWith(own, mappedFlags(cluster[component]?.extraArgs ?? {}));
}

/** The flags of the etcd that kubeadm runs. */
export function etcdFlags(cluster: KubeadmCluster | KubeadmCluster3): string[] {
  const own = ownFlags["etcd"] ?? [];
  return cluster.apiVersion === "kubeadm.k8s.io/v1beta4"
    ? startedWith(own, listedFlags(cluster.etcd?.local?.extraArgs ?? []))
    : startedWith(own, mappedFlags(cluster.etcd?.local?.extraArgs ?? {}));
}

/** Flags as a v1beta4 lists them. */
export function listedFlags(args: readonly { name: string; value: string }[]): string[] {
  return args.map(({ name, value }) => `${name}=${value}`);
}

/** Flags as a v1beta3 maps them. */
export function mappedFlags(args: { [flag: string]: string }): string[] {
  return sorted(Object.keys(args)).map((name) => `${name}=${args[name] ?? ""}`);
}

/** What the file says takes the place of kubeadm's own flag of that name. */
function startedWith(own: readonly string[], given: readonly string[]): string[] {
  return [...own.filter((flag) => !given.some((other) => flagName(other) === flagName(flag))), ...given];
}

/** What kubeadm gives by itself, as far as policies ask for it (cmd/kubeadm/app/phases/controlplane and etcd). */
const ownFlags: { [component: string]: string[] } = {
  apiServer: [
    "authorization-mode=Node,RBAC",
    "client-ca-file=/etc/kubernetes/pki/ca.crt",
    "enable-admission-plugins=NodeRestriction",
    "etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt",
    "etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt",
    "etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key",
    "kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt",
    "kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key",
    "service-account-key-file=/etc/kubernetes/pki/sa.pub",
    "tls-cert-file=/etc/kubernetes/pki/apiserver.crt",
    "tls-private-key-file=/etc/kubernetes/pki/apiserver.key",
  ],
  controllerManager: [
    "bind-address=127.0.0.1",
    "root-ca-file=/etc/kubernetes/pki/ca.crt",
    "service-account-private-key-file=/etc/kubernetes/pki/sa.key",
    "use-service-account-credentials=true",
  ],
  scheduler: ["bind-address=127.0.0.1"],
  etcd: [
    "cert-file=/etc/kubernetes/pki/etcd/server.crt",
    "client-cert-auth=true",
    "key-file=/etc/kubernetes/pki/etcd/server.key",
    "peer-cert-file=/etc/kubernetes/pki/etcd/peer.crt",
    "peer-client-cert-auth=true",
    "peer-key-file=/etc/kubernetes/pki/etcd/peer.key",
    "peer-trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt",
    "trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt",
  ],
};
