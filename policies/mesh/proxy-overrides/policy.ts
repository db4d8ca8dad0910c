import { Namespace, parameters, podMetadata, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** What the image of a proxy may begin with, where one is named: your own mirror. */
  images?: string[];
}

/** What puts another program, or another start of it, in the place of the mesh's proxy. */
const overrides = [
  "sidecar.istio.io/proxyImage",
  "sidecar.istio.io/bootstrapOverride",
  "config.linkerd.io/proxy-image",
  "config.linkerd.io/init-image",
] as const;

export default policy({
  name: "proxy-overrides",
  title: "The proxy is the mesh's own",
  description:
    "Neither namespaces nor pods may replace the image or the start configuration of the mesh's proxy.",
  rationale:
    "The proxy has the identity of the workload and is what enforces mutual TLS and authorization: whoever brings his own enforces what he likes, and every policy of the mesh still looks as if it held.",
  remediation:
    "Remove the annotation; set the image for the whole mesh, where it is installed. A mirror of your own is listed in `images`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/CM-5",
    "NSA-CISA-1.2/encryption",
    "MITRE-ATTACK-16/T1562.001",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: {
    kinds: [Namespace, ...workloads],
    excludedNamespaces: ["kube-*", "istio-system", "istio-*", "linkerd", "linkerd-*"],
  },
  gatekeeper: { kind: "MeshProxyOverrides" },
  params: parameters<Params>({ images: [] }),
  *check({ object, params }) {
    const metadata = object.kind === "Namespace" ? object.metadata : podMetadata(object);
    for (const [annotation, value] of Object.entries(metadata.annotations ?? {})) {
      if (
        overrides.some((override) => override === annotation) &&
        !(params.images ?? []).some((prefix) => value.startsWith(prefix))
      )
        yield violation(
          `${object.kind} <${object.metadata.name ?? ""}> replaces the proxy of the mesh: ${annotation}: ${value}`,
          metadata,
        );
    }
  },
});
