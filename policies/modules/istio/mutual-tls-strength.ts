import type { MutualTlsMode } from "./peer-authentication.js";

/**
 * How much a mode asks of clients: 0 plain text only, 1 plain text too, 2 mutual TLS only. What is not said is taken
 * over from the namespace and the mesh, where it is PERMISSIVE unless somebody says otherwise.
 */
export function mutualTlsStrength(mode: MutualTlsMode | undefined): number {
  switch (mode) {
    case "STRICT":
      return 2;
    case "DISABLE":
      return 0;
    default:
      return 1;
  }
}
