import { sorted } from "@policyc/sdk";
import type { KubeadmCluster, KubeadmCluster3 } from "../documents/kubeadm-configuration.js";
import type { Flag } from "../flags.js";

/** The flags that a component of the control plane is started with. */
export function componentFlags(
  cluster: KubeadmCluster | KubeadmCluster3,
  component: "apiServer" | "controllerManager" | "scheduler",
): Flag[] {
  const own = ownFlags[component] ?? [];
  return cluster.apiVersion === "kubeadm.k8s.io/v1beta4"
    ? startedWith(own, listedFlags(cluster[component]?.extraArgs ?? []))
    : startedWith(own, mappedFlags(cluster[component]?.extraArgs ?? {}));
}

/** The flags of the etcd that kubeadm runs. */
export function etcdFlags(cluster: KubeadmCluster | KubeadmCluster3): Flag[] {
  const own = ownFlags["etcd"] ?? [];
  return cluster.apiVersion === "kubeadm.k8s.io/v1beta4"
    ? startedWith(own, listedFlags(cluster.etcd?.local?.extraArgs ?? []))
    : startedWith(own, mappedFlags(cluster.etcd?.local?.extraArgs ?? {}));
}

/** Flags as a v1beta4 lists them. */
export function listedFlags(args: readonly { name: string; value: string }[]): Flag[] {
  return args.map(({ name, value }) => ({ name: name.replaceAll("_", "-"), value }));
}

/** Flags as a v1beta3 maps them. */
export function mappedFlags(args: { [flag: string]: string }): Flag[] {
  return listedFlags(sorted(Object.keys(args)).map((name) => ({ name, value: args[name] ?? "" })));
}

/** What the file says takes the place of kubeadm's own flag of that name. */
function startedWith(own: readonly Flag[], given: readonly Flag[]): Flag[] {
  return [...own.filter(({ name }) => !given.some((other) => other.name === name)), ...given];
}

/** What kubeadm gives by itself, as far as policies ask for it (cmd/kubeadm/app/phases/controlplane and etcd). */
const ownFlags: { [component: string]: Flag[] } = {
  apiServer: [
    { name: "authorization-mode", value: "Node,RBAC" },
    { name: "client-ca-file", value: "/etc/kubernetes/pki/ca.crt" },
    { name: "enable-admission-plugins", value: "NodeRestriction" },
    { name: "etcd-cafile", value: "/etc/kubernetes/pki/etcd/ca.crt" },
    { name: "etcd-certfile", value: "/etc/kubernetes/pki/apiserver-etcd-client.crt" },
    { name: "etcd-keyfile", value: "/etc/kubernetes/pki/apiserver-etcd-client.key" },
    { name: "kubelet-client-certificate", value: "/etc/kubernetes/pki/apiserver-kubelet-client.crt" },
    { name: "kubelet-client-key", value: "/etc/kubernetes/pki/apiserver-kubelet-client.key" },
    { name: "service-account-key-file", value: "/etc/kubernetes/pki/sa.pub" },
    { name: "tls-cert-file", value: "/etc/kubernetes/pki/apiserver.crt" },
    { name: "tls-private-key-file", value: "/etc/kubernetes/pki/apiserver.key" },
  ],
  controllerManager: [
    { name: "bind-address", value: "127.0.0.1" },
    { name: "root-ca-file", value: "/etc/kubernetes/pki/ca.crt" },
    { name: "service-account-private-key-file", value: "/etc/kubernetes/pki/sa.key" },
    { name: "use-service-account-credentials", value: "true" },
  ],
  scheduler: [{ name: "bind-address", value: "127.0.0.1" }],
  etcd: [
    { name: "cert-file", value: "/etc/kubernetes/pki/etcd/server.crt" },
    { name: "client-cert-auth", value: "true" },
    { name: "key-file", value: "/etc/kubernetes/pki/etcd/server.key" },
    { name: "peer-cert-file", value: "/etc/kubernetes/pki/etcd/peer.crt" },
    { name: "peer-client-cert-auth", value: "true" },
    { name: "peer-key-file", value: "/etc/kubernetes/pki/etcd/peer.key" },
    { name: "peer-trusted-ca-file", value: "/etc/kubernetes/pki/etcd/ca.crt" },
    { name: "trusted-ca-file", value: "/etc/kubernetes/pki/etcd/ca.crt" },
  ],
};
