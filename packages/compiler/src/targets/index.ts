import { gatekeeper } from "./gatekeeper/index.js";
import { kyverno } from "./kyverno/index.js";
import { kyvernoValidatingPolicy } from "./kyverno-vpol/index.js";
import type { CelDialect, Target, TargetName } from "./target.js";
import { vap } from "./vap/index.js";

/** Every target by its name. */
export const targets: Readonly<Record<TargetName, Target>> = {
  gatekeeper,
  kyverno,
  "kyverno-vpol": kyvernoValidatingPolicy,
  vap,
};

/** What reads a target's CEL. */
export interface CelEdition {
  /** The Kubernetes minor whose CEL its manifests may use. */
  readonly version: string;
  readonly dialect: CelDialect;
}

/** What reads a target's CEL on clusters from `minKubernetes` on. */
export function celEdition(target: TargetName, minKubernetes: string): CelEdition {
  const { cel = minKubernetes, celDialect } = targets[target];
  return { version: cel, dialect: celDialect };
}
