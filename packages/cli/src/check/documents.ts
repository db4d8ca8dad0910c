import type { ResourceKind } from "@policyc/ir";
import { documentKindOf, type Inventory, type Manifest } from "@policyc/testing";

/**
 * The documents of a run as `inventory(…)` finds them, each under its kind. One that has a kind of its own is somebody's
 * whole configuration, which is not spread over files, and is not among them.
 */
export function documentInventory(documents: readonly Manifest[], kinds: readonly ResourceKind[]): Inventory {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  return documents.flatMap((manifest, index) =>
    [...byName.values()].flatMap((kind) => {
      if (documentKindOf(manifest, [kind]) === undefined || "kind" in manifest.object) return [];
      const apiVersion = `${kind.group}/${kind.version}`;
      return [{ ...manifest.object, apiVersion, kind: kind.kind, metadata: { name: `${index}` } }];
    }),
  );
}
