import type { Emitted } from "../emitted.js";

/** The two kinds of policy that the CLI is asked about. */
export type KyvernoTarget = "kyverno" | "kyverno-vpol";

export function yamlFor(target: KyvernoTarget, emitted: Emitted): Emitted["clusterPolicy"] {
  return target === "kyverno" ? emitted.clusterPolicy : emitted.validatingPolicy;
}
