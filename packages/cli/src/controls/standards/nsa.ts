import { controls, type Standard } from "../standard.js";

/**
 * Kubernetes Hardening Guidance of NSA and CISA, version 1.2 of August 2022: its chapters and their sections. The
 * guidance numbers neither, so that the identifiers are ours.
 */
export const nsa: Standard = {
  prefix: "NSA-CISA-1.2",
  title: "NSA/CISA Kubernetes Hardening Guidance v1.2",
  url: "https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF",
  isComplete: true,
  controls: controls([
    ["pod-security", "Pod security: non-root containers and enforcement"],
    ["immutable-filesystem", "Pod security: immutable file systems"],
    ["image-building", "Pod security: images built and scanned securely"],
    ["service-account-tokens", "Pod security: service-account tokens are protected"],
    ["hardened-environments", "Pod security: sandboxes and kernel hardening", "review of nodes and runtimes"],
    ["network-separation", "Network: namespaces and network policies"],
    ["resource-policies", "Network: limits and quotas"],
    ["control-plane", "Network: the control plane and etcd"],
    [
      "worker-segmentation",
      "Network: worker nodes are separated",
      "review of the network outside the cluster",
    ],
    ["encryption", "Network: traffic is encrypted"],
    ["secrets", "Network: Secrets are encrypted and kept close"],
    ["cloud-metadata", "Network: the cloud's metadata service is protected"],
    ["authentication", "Authentication: strong, and never anonymous"],
    ["authorization", "Authorization: RBAC with least privilege"],
    ["audit-logging", "Logging: audit logs are on and complete"],
    ["threat-detection", "Logging: threats are detected and alerted"],
    [
      "upgrading",
      "Upgrades: updates, scans and tests in time",
      "the process of releases; Trivy and kube-bench help",
    ],
  ]),
};
