import { basename, dirname } from "node:path/posix";
import type { SourcePolicy } from "@policyc/compiler";
import type { Collector } from "@policyc/diagnostics";
import { unknownPack, unknownPolicy } from "./diagnostics/configuration.js";
import { suggest } from "./suggest.js";

export interface SourceSelection {
  /** Names of policies; empty for all. */
  readonly names: readonly string[];
  /** Packs; absent for all. */
  readonly packs?: readonly string[];
}

/** The policies of the given names and packs. A name that nothing has is reported. */
export function selectSources(
  all: readonly SourcePolicy[],
  { names, packs }: SourceSelection,
  collector: Collector,
): readonly SourcePolicy[] {
  const known = all.map(({ policy }) => policy.name);
  const folders = [...new Set(all.map(packOf))].sort();
  for (const name of names)
    if (!known.includes(name)) collector.report(unknownPolicy(undefined, name, suggest(name, known), known));
  for (const pack of packs ?? [])
    if (!folders.includes(pack))
      collector.report(unknownPack(undefined, pack, suggest(pack, folders), folders));
  return all.filter(
    (source) =>
      (names.length === 0 || names.includes(source.policy.name)) && (packs?.includes(packOf(source)) ?? true),
  );
}

/** The folder that the policy's own folder is in: `rbac` for `policies/rbac/no-wildcards/policy.ts`. */
export function packOf({ file }: Pick<SourcePolicy, "file">): string {
  return basename(dirname(dirname(file)));
}
