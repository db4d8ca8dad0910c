import { policy, Service } from "@policyc/sdk";

export default policy({
  name: "block-nodeport-services",
  title: "Block NodePort Services",
  description: "Services of type NodePort are not allowed.",
  rationale: "A NodePort opens a port on every node, past the Ingress, its TLS and its access log.",
  remediation: "Use a ClusterIP Service behind an Ingress or a Gateway.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/network-separation", "NIST-800-53-5/SC-7"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: [Service],
  gatekeeper: { kind: "K8sBlockNodePort" },
  require: ({ object }) => object.spec.type !== "NodePort",
  message: "User is not allowed to create service of type NodePort",
});
