import type { Collector } from "@policyc/diagnostics";
import { type Policy, verify } from "@policyc/ir";
import type { EmittedFile } from "./emit/file-tree.js";
import type { Deployment } from "./targets/deployment.js";
import { targets } from "./targets/index.js";
import { type TargetName, targetNames } from "./targets/target.js";

/** A policy, how one environment deploys it, and for which engines. */
export interface PolicyDeployment {
  readonly policy: Policy;
  /** The module that it comes from, relative to the project. */
  readonly file: string;
  readonly deployment: Deployment;
  readonly targets: readonly TargetName[];
}

/** The files of all policies, and of each target's folder, in a fixed order. Writes nothing. */
export function emitPolicies({
  deployments,
  collector,
}: {
  deployments: readonly PolicyDeployment[];
  collector: Collector;
}): readonly EmittedFile[] {
  const sorted = [...deployments].sort((a, b) => (a.policy.name < b.policy.name ? -1 : 1));
  return targetNames.flatMap((name) => {
    const target = targets[name];
    const files = sorted
      .filter((item) => item.targets.includes(name))
      .flatMap((item) => target.emit(verify(item.policy), item.deployment, collector));
    return files.length === 0 ? [] : [...files, target.kustomization(files)];
  });
}
