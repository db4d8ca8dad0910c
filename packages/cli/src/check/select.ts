import type { Collector } from "@policyc/diagnostics";
import type { BundledPolicy } from "../bundles/bundle.js";
import { unknownPack, unknownPolicy } from "../project/diagnostics/configuration.js";
import { suggest } from "../project/suggest.js";

export interface Selection {
  /** Names of packs; absent for all. */
  readonly packs?: readonly string[];
  /** Names of policies; absent for all. */
  readonly policies?: readonly string[];
}

/** The policies of the given packs and names. A name that nothing has is reported: it would check nothing. */
export function selectPolicies(
  all: readonly BundledPolicy[],
  { packs, policies }: Selection,
  collector: Collector,
): readonly BundledPolicy[] {
  const names = all.map(({ name }) => name);
  const folders = [...new Set(all.map(({ pack }) => pack))].sort();
  for (const name of policies ?? [])
    if (!names.includes(name)) collector.report(unknownPolicy(undefined, name, suggest(name, names), names));
  for (const pack of packs ?? [])
    if (!folders.includes(pack))
      collector.report(unknownPack(undefined, pack, suggest(pack, folders), folders));
  return all.filter(
    ({ name, pack }) => (packs?.includes(pack) ?? true) && (policies?.includes(name) ?? true),
  );
}

/** Whether a policy of the library has nothing of worth to say: nobody has configured it, or called it by its name. */
export function isWaiting({ name, needs }: BundledPolicy, { policies }: Selection): boolean {
  return needs !== undefined && !(policies?.includes(name) ?? false);
}
