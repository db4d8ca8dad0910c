import type { ResourceKind } from "./resource-kind.js";

/** Is it Kubernetes' own Namespace, which admission takes to be in itself? */
export function isNamespace({ group, kind }: ResourceKind): boolean {
  return group === "" && kind === "Namespace";
}
