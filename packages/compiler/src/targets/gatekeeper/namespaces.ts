import type { Deployment, Exemption } from "../deployment.js";

/** An exemption that a Constraint's own `excludedNamespaces` can say. */
export function isByNamespaceOnly(exemption: Exemption): boolean {
  return (
    exemption.namespaces !== undefined &&
    exemption.names === undefined &&
    exemption.labelSelector === undefined
  );
}

/** All namespaces that a deployment leaves out. */
export function excludedNamespaces(own: readonly string[], deployment: Deployment): readonly string[] {
  const exempt = deployment.exemptions
    .filter(isByNamespaceOnly)
    .flatMap((exemption) => exemption.namespaces ?? []);
  return [...new Set([...own, ...deployment.excludedNamespaces, ...exempt])];
}
