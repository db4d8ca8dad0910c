import { Collector, type Diagnostic } from "@policyc/diagnostics";
import { inventoriesOf, type Policy, verify } from "@policyc/ir";
import type { EmittedFile } from "./emit/file-tree.js";
import type { Deployment } from "./targets/deployment.js";
import { noInventory } from "./targets/diagnostics.js";
import { targets } from "./targets/index.js";
import { type TargetName, targetNames } from "./targets/target.js";
import { type Unsaid, unsaidTogether } from "./targets/unsaid.js";

/** A policy, how one environment deploys it, and for which engines. */
export interface PolicyDeployment {
  readonly policy: Policy;
  /** The module that it comes from, relative to the project. */
  readonly file: string;
  readonly deployment: Deployment;
  readonly targets: readonly TargetName[];
}

export interface Emission {
  readonly deployments: readonly PolicyDeployment[];
  /**
   * `omitted`: what a cluster gets, which sees no documents, so that a policy that looks at documents alone has no
   * files. `emitted`: the Rego, which evaluators read, looks at documents too, in a group that no API server serves.
   */
  readonly documents?: "omitted" | "emitted";
  /** What earlier emissions came to. */
  readonly memory?: EmissionMemory;
  readonly collector: Collector;
}

/** By policy, then by target and deployment. A policy that has not been lowered again is not printed again. */
export type EmissionMemory = WeakMap<Policy, Map<string, Emitted>>;

/** What one policy comes to for one target. */
export interface Emitted {
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly unsaid: readonly Unsaid[];
}

/** The files of all policies, and of each target's folder, in a fixed order. Writes nothing. */
export function emitPolicies({ deployments, ...how }: Emission): readonly EmittedFile[] {
  const sorted = [...deployments].sort((a, b) => (a.policy.name < b.policy.name ? -1 : 1));
  const unsaid: (readonly [TargetName, Unsaid])[] = [];
  const written = targetNames.flatMap((name) => {
    const files = sorted
      .filter((item) => item.targets.includes(name))
      .flatMap((item) => {
        const emitted = remembered(item, name, how);
        how.collector.reportAll(emitted.diagnostics);
        unsaid.push(...emitted.unsaid.map((why) => [name, why] as const));
        return emitted.files;
      });
    return files.length === 0 ? [] : [...files, targets[name].kustomization(files)];
  });
  how.collector.reportAll(unsaidTogether(unsaid));
  return written;
}

type How = Omit<Emission, "deployments" | "collector">;

/** What one policy comes to for its targets, by the keys of a memory. */
export function emissionsOf(item: PolicyDeployment): Map<string, Emitted> {
  const emitted: EmissionMemory = new WeakMap();
  for (const name of item.targets) remembered(item, name, { memory: emitted });
  return emitted.get(item.policy) ?? new Map();
}

/** Does the memory have all that the policy comes to for its targets? */
export function isEmitted(item: PolicyDeployment, memory: EmissionMemory): boolean {
  const known = memory.get(item.policy);
  return item.targets.every((name) => known?.has(keyOf(item, name)) === true);
}

function keyOf({ deployment }: PolicyDeployment, name: TargetName, documents?: How["documents"]): string {
  return JSON.stringify([name, documents, deployment]);
}

function remembered(item: PolicyDeployment, name: TargetName, { documents, memory }: How): Emitted {
  const key = keyOf(item, name, documents);
  const known = memory?.get(item.policy) ?? new Map<string, Emitted>();
  const emitted = known.get(key) ?? emit(item, name, documents);
  memory?.set(item.policy, known.set(key, emitted));
  return emitted;
}

function emit(
  { policy, deployment }: PolicyDeployment,
  name: TargetName,
  documents: Emission["documents"],
): Emitted {
  const collector = new Collector();
  const seesDocuments = documents === "emitted" && name === "gatekeeper";
  const seen = seesDocuments ? policy : clusterPolicy(policy);
  const isReached = seen !== undefined && reaches(seen, name, collector);
  const unsaid: Unsaid[] = [];
  const files = isReached ? targets[name].emit(verify(seen), deployment, (...why) => unsaid.push(why)) : [];
  return { files, diagnostics: collector.diagnostics, unsaid };
}

/** The policy with those of its kinds that a cluster has; `undefined` where it has none of them. */
export function clusterPolicy(policy: Policy): Policy | undefined {
  const kinds = policy.match.kinds.filter(({ document }) => document === undefined);
  if (kinds.length === policy.match.kinds.length) return policy;
  return kinds.length === 0 ? undefined : { ...policy, match: { ...policy.match, kinds } };
}

/** Whether a policy can be said for a target. Where the author has not said that it cannot, it is an error. */
function reaches(policy: Policy, name: TargetName, collector: Collector): boolean {
  if (policy.unreachable?.[name] !== undefined) return false;
  const [read] = inventoriesOf(policy);
  if (read === undefined || targets[name].readsInventory) return true;
  collector.report(noInventory(read.span, targets[name].title, name));
  return false;
}
