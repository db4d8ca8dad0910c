import { gatekeeper } from "./gatekeeper/index.js";
import { kyverno } from "./kyverno/index.js";
import { kyvernoValidatingPolicy } from "./kyverno-vpol/index.js";
import type { Target, TargetName } from "./target.js";
import { vap } from "./vap/index.js";

/** Every target by its name. */
export const targets: Readonly<Record<TargetName, Target>> = {
  gatekeeper,
  kyverno,
  "kyverno-vpol": kyvernoValidatingPolicy,
  vap,
};

/** The Kubernetes minor whose CEL a target's manifests may use on clusters from `minKubernetes` on. */
export function celVersion(target: TargetName, minKubernetes: string): string {
  return targets[target].cel ?? minKubernetes;
}
