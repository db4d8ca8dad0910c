import { Namespace, parameters, podMetadata, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** Annotations that may be set all the same, e.g. `config.linkerd.io/skip-outbound-ports` for a database outside. */
  allowedAnnotations?: string[];
}

/** What takes traffic away from the proxy: Istio sidecars, Istio ambient, Linkerd. */
const bypasses = [
  "traffic.sidecar.istio.io/excludeInboundPorts",
  "traffic.sidecar.istio.io/excludeOutboundPorts",
  "traffic.sidecar.istio.io/excludeOutboundIPRanges",
  "traffic.sidecar.istio.io/excludeInterfaces",
  "traffic.sidecar.istio.io/includeInboundPorts",
  "traffic.sidecar.istio.io/includeOutboundPorts",
  "traffic.sidecar.istio.io/includeOutboundIPRanges",
  "ambient.istio.io/bypass-inbound-capture",
  "config.linkerd.io/skip-inbound-ports",
  "config.linkerd.io/skip-outbound-ports",
  "config.linkerd.io/skip-subnets",
] as const;

/** Values that take nothing away. */
const harmless = ["*", "false"] as const;

export default policy({
  name: "mesh-traffic-capture",
  title: "No traffic past the proxy",
  description:
    "Neither namespaces nor pods may take ports, addresses or interfaces away from the proxy of the mesh.",
  rationale:
    "A port past the proxy is plain text without identity or authorization, even where the mesh is STRICT: STRICT is what the proxy does.",
  remediation:
    "Remove the annotation. For a port that only the kubelet or Prometheus uses, use the mesh's own rewriting of probes and metrics.",
  severity: "high",
  controls: ["NIST-800-53-5/SC-7", "NIST-800-53-5/SC-8", "NSA-CISA-1.2/encryption"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: {
    kinds: [Namespace, ...workloads],
    excludedNamespaces: ["kube-*", "istio-system", "istio-*", "linkerd", "linkerd-*"],
  },
  gatekeeper: { kind: "MeshTrafficCapture" },
  params: parameters<Params>({}),
  *check({ object, params }) {
    const metadata = object.kind === "Namespace" ? object.metadata : podMetadata(object);
    for (const [annotation, value] of Object.entries(metadata.annotations ?? {})) {
      if (
        bypasses.some((bypass) => bypass === annotation) &&
        !harmless.some((one) => one === value) &&
        !(params.allowedAnnotations ?? []).includes(annotation)
      ) {
        yield violation(
          `${object.kind} <${object.metadata.name ?? object.metadata.generateName ?? ""}> leads traffic past the proxy: ${annotation}: ${value}`,
          metadata,
        );
      }
    }
  },
});
