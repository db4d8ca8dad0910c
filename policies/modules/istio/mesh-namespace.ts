import type { Namespace } from "@policyc/sdk";

/** Has the namespace joined Istio's mesh: sidecars by name or revision, or ambient? */
export function isInIstio(namespace: Namespace): boolean {
  const labels = namespace.metadata.labels ?? {};
  return (
    labels["istio-injection"] === "enabled" ||
    "istio.io/rev" in labels ||
    labels["istio.io/dataplane-mode"] === "ambient"
  );
}
