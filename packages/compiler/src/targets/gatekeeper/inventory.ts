import { inventoriesOf, type Json, type Policy, type ResourceKind } from "@policyc/ir";
import type { Manifest } from "../../emit/manifest.js";

/** The kinds of other objects that a policy reads, each once, in a fixed order. */
export function syncedKinds(policy: Policy): readonly ResourceKind[] {
  const byName = new Map(
    inventoriesOf(policy).map(({ resource }) => [
      `${resource.group}/${resource.version}/${resource.kind}`,
      resource,
    ]),
  );
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, resource]) => resource);
}

/**
 * What must be synced, as `gator sync test` reads it: JSON in a quoted text, a list of requirements, each a list of
 * alternatives.
 */
export function syncAnnotation(kinds: readonly ResourceKind[]): { readonly [name: string]: Json } {
  if (kinds.length === 0) return {};
  const requirements = kinds.map(({ group, version, kind }) => [
    { groups: [group], versions: [version], kinds: [kind] },
  ]);
  return {
    "metadata.gatekeeper.sh/requires-sync-data": `"${JSON.stringify(requirements, undefined, 2)}"\n`,
  };
}

/** The SyncSet that makes Gatekeeper keep the objects; SyncSets of several policies may name the same kinds. */
export function syncSet(policy: Policy, kinds: readonly ResourceKind[]): Manifest {
  return {
    value: {
      apiVersion: "syncset.gatekeeper.sh/v1alpha1",
      kind: "SyncSet",
      metadata: { name: policy.name },
      spec: { gvks: kinds.map(({ group, version, kind }) => ({ group, version, kind })) },
    },
  };
}
