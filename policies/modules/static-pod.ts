import type { Pod } from "@policyc/sdk";

/**
 * Does the kubelet start the pod from a file? Its mirror in the API says so; of the files themselves those that kubeadm
 * writes for the control plane are known by their labels. Neither has a controller, nor can have a service account.
 */
export function isStaticPod({ metadata, spec }: Pod): boolean {
  return (
    "kubernetes.io/config.mirror" in (metadata.annotations ?? {}) ||
    (metadata.namespace === "kube-system" &&
      metadata.labels?.["tier"] === "control-plane" &&
      spec.hostNetwork === true)
  );
}
