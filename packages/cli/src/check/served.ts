import { Collector } from "@policyc/diagnostics";
import { type KindIdentity, kubernetesApi } from "@policyc/kinds";
import { isSchemaValid, kindOf, type Manifest } from "@policyc/testing";
import { suggest } from "../project/suggest.js";
import { notServed } from "./diagnostics.js";

/** A kind as a manifest names it. */
interface Named {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/**
 * Whether a cluster would take the object: its shape, and that there is such a kind. A slip in `apiVersion` or `kind`
 * of what is Kubernetes' own is reported with what was meant; custom resources are taken as they are.
 */
export function isAccepted(manifest: Manifest, collector: Collector): boolean {
  const named = kindOf(manifest.object);
  const versions = servedKinds().filter((one) => one.group === named.group && one.kind === named.kind);
  const isServed = versions.some((one) => one.version === named.version);
  // What another version had in the same shape is checked all the same.
  if (versions.some((one) => !isServed && fits(manifest, one))) return true;
  const meant = isServed ? undefined : (versions.at(-1) ?? meantBy(named));
  if (meant === undefined) return isSchemaValid(manifest, collector);
  report(manifest, meant, collector);
  return false;
}

function fits(manifest: Manifest, version: Named): boolean {
  const object = { ...manifest.object, apiVersion: apiVersionOf(version) };
  return isSchemaValid({ ...manifest, object }, new Collector());
}

/** What a name most likely means; `undefined` for what is not Kubernetes' own. */
function meantBy({ group, kind }: Named): Named | undefined {
  const groups = [...new Set(servedKinds().map((one) => one.group))];
  const isOwn = groups.includes(group) || !group.includes(".");
  const sameKind = servedKinds().filter((one) => one.kind === kind);
  if (isOwn && sameKind.length > 0) return sameKind[0];
  const near = nearest(kind, group);
  if (near !== undefined) return near;
  const nearGroup = suggest(group, groups);
  return nearGroup === undefined ? undefined : sameKind.find((one) => one.group === nearGroup);
}

/** The kind of the group that was meant. A whole word less is no slip: a kubeconfig is a `Config` of `v1`. */
function nearest(kind: string, group: string): Named | undefined {
  const ofGroup = servedKinds().filter(
    (one) => one.group === group && Math.abs(one.kind.length - kind.length) <= 2,
  );
  const near = suggest(
    kind,
    ofGroup.map((one) => one.kind),
  );
  return ofGroup.find((one) => one.kind === near);
}

function report(manifest: Manifest, meant: Named, collector: Collector): void {
  const { apiVersion, kind } = manifest.object;
  const isKindRight = kind === meant.kind;
  const use = [
    ...(apiVersion === apiVersionOf(meant) ? [] : [`\`apiVersion: ${apiVersionOf(meant)}\``]),
    ...(isKindRight ? [] : [`\`kind: ${meant.kind}\``]),
  ].join(" and ");
  const span = manifest.locate([isKindRight ? "apiVersion" : "kind"]);
  collector.report(notServed(span, { apiVersion: String(apiVersion), kind: String(kind), use }));
}

/** Without what is sent to sub-resources, which nobody writes into a file. */
function servedKinds(): readonly KindIdentity[] {
  return kubernetesApi().kinds.filter(({ subresource }) => subresource === undefined);
}

function apiVersionOf({ group, version }: Named): string {
  return group === "" ? version : `${group}/${version}`;
}
