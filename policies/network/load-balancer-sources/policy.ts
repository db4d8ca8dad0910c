import { parameters, policy, Service, violation } from "@policyc/sdk";
import { isWideRange } from "../../modules/network-peers.js";

interface Params {
  /** Annotations that make a load balancer internal, as `key: value`: such a Service needs no ranges. */
  internal?: { [annotation: string]: string };
}

const sourceRanges = "service.beta.kubernetes.io/load-balancer-source-ranges";

export default policy({
  name: "load-balancer-sources",
  title: "Load balancers say who may come",
  description: "A Service of type LoadBalancer must be internal, or list narrow `loadBalancerSourceRanges`.",
  rationale:
    "Each such Service is a public address of its own, past the ingress controller with its TLS, its logs and its firewall.",
  remediation:
    "Publish HTTP through an Ingress or Gateway. Else set `loadBalancerSourceRanges`, or the annotation that makes the load balancer internal.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/network-separation", "NIST-800-53-5/SC-7", "MITRE-ATTACK-16/T1133"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: [Service],
  params: parameters<Params>({
    internal: {
      "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal",
      "service.beta.kubernetes.io/aws-load-balancer-internal": "true",
      "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
      "networking.gke.io/load-balancer-type": "Internal",
    },
  }),
  *check({ object, params }) {
    if (object.spec.type !== "LoadBalancer") return;
    const annotations = object.metadata.annotations ?? {};
    const isInternal = Object.entries(params.internal ?? {}).some(
      ([key, value]) => annotations[key] === value,
    );
    if (isInternal) return;
    const given = object.spec.loadBalancerSourceRanges ?? [];
    // The field wins where both are there (k8s.io/cloud-provider, service/helpers).
    const ranges = given.length > 0 ? given : annotatedRanges(annotations[sourceRanges] ?? "");
    if (ranges.length === 0)
      yield violation(`Service <${object.metadata.name}> is open to every address`, object.spec);
    for (const range of ranges) {
      if (isWideRange(range))
        yield violation(`Service <${object.metadata.name}> is open to ${range}`, object.spec);
    }
  },
});

/** As the annotation has them, which is older than the field: separated by commas. */
function annotatedRanges(value: string): string[] {
  return value
    .split(",")
    .map((range) => range.trim())
    .filter((range) => range !== "");
}
