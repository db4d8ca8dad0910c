import { Namespace, parameters, podMetadata, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** The mesh that namespaces must join; `none` only looks for what opts out. */
  mesh: "istio" | "istio-ambient" | "linkerd" | "none";
}

export default policy({
  name: "mesh-injection",
  title: "Nothing opts out of the mesh",
  description:
    "Namespaces must ask for the mesh, and neither they nor workloads may refuse its proxy (Istio sidecars and ambient, Linkerd).",
  rationale:
    "A pod without proxy has no identity and no authorization: STRICT peers refuse it, and whoever can set a label has left zero trust.",
  remediation:
    "Label the namespace (`istio-injection: enabled`, `istio.io/dataplane-mode: ambient`, or the annotation `linkerd.io/inject: enabled`) and remove what opts out.",
  severity: "high",
  controls: ["NIST-800-53-5/IA-9", "NIST-800-53-5/SC-8", "NSA-CISA-1.2/encryption", "NIST-800-190/4.3.5"],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: {
    kinds: [Namespace, ...workloads],
    excludedNamespaces: ["kube-*", "istio-system", "istio-*", "linkerd", "linkerd-*"],
  },
  gatekeeper: { kind: "MeshInjection" },
  params: parameters<Params>({ mesh: "none" }),
  *check({ object, params }) {
    const metadata = object.kind === "Namespace" ? object.metadata : podMetadata(object);
    const labels = metadata.labels ?? {};
    const annotations = metadata.annotations ?? {};
    const name = `${object.kind} <${object.metadata.name ?? object.metadata.generateName ?? ""}>`;
    if (labels["istio-injection"] === "disabled" && object.kind === "Namespace") {
      yield violation(`${name} opts out of the mesh: label istio-injection: disabled`, metadata);
    }
    if (labels["sidecar.istio.io/inject"] === "false") {
      yield violation(`${name} opts out of the mesh: label sidecar.istio.io/inject: false`, metadata);
    }
    if (annotations["sidecar.istio.io/inject"] === "false") {
      yield violation(`${name} opts out of the mesh: annotation sidecar.istio.io/inject: false`, metadata);
    }
    if (labels["istio.io/dataplane-mode"] === "none") {
      yield violation(`${name} opts out of the mesh: label istio.io/dataplane-mode: none`, metadata);
    }
    if (annotations["linkerd.io/inject"] === "disabled") {
      yield violation(`${name} opts out of the mesh: annotation linkerd.io/inject: disabled`, metadata);
    }
    if (object.kind === "Namespace" && !hasJoined(params, labels, annotations)) {
      yield violation(`${name} does not ask for the mesh: ${params.mesh}`, metadata);
    }
  },
});

function hasJoined(
  params: Params,
  labels: { [label: string]: string },
  annotations: { [annotation: string]: string },
): boolean {
  switch (params.mesh) {
    case "istio":
      return labels["istio-injection"] === "enabled" || "istio.io/rev" in labels;
    case "istio-ambient":
      return labels["istio.io/dataplane-mode"] === "ambient";
    case "linkerd":
      return ["enabled", "ingress"].includes(annotations["linkerd.io/inject"] ?? "");
    case "none":
      return true;
  }
}
