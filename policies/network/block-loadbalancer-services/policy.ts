import { policy, Service } from "@policyc/sdk";

export default policy({
  name: "block-loadbalancer-services",
  title: "Block load balancers",
  description: "Services must not be of type LoadBalancer.",
  rationale:
    "A load balancer puts the Service on the internet and on the bill, past the ingress where traffic is checked.",
  remediation: "Use `type: ClusterIP` and expose the Service by an Ingress or a Gateway.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/network-separation", "NIST-800-53-5/SC-7"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  needs: "who may open a Service to the outside",
  match: [Service],
  gatekeeper: { kind: "K8sBlockLoadBalancer" },
  require: ({ object }) => object.spec.type !== "LoadBalancer",
  message: "User is not allowed to create service of type LoadBalancer",
});
