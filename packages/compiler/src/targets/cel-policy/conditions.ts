import type { Expr, Json, Policy, ResourceKind } from "@policyc/ir";
import { toCelCondition } from "../../backends/cel/index.js";
import type { ManifestComment } from "../../emit/manifest.js";
import { foldExpression } from "../../passes/fold/index.js";
import type { Deployment } from "../deployment.js";
import { any, isExempt, isInNamespace, negation } from "../exemptions.js";

/** Conditions on a request, beside the kinds: namespaces with wildcards, and exemptions. As Gatekeeper means them. */
export function matchConditions(
  policy: Policy,
  deployment: Deployment,
): readonly { readonly name: string; readonly expression: string }[] {
  const { namespaces, excludedNamespaces = [] } = policy.match;
  const excluded = [...new Set([...excludedNamespaces, ...deployment.excludedNamespaces])];
  const conditions: [string, Expr][] = [];
  // A cluster-scoped object has no namespace and is not filtered by one.
  if (namespaces !== undefined)
    conditions.push(["namespaces", any([isInNamespace([""], policy), isInNamespace(namespaces, policy)])]);
  if (excluded.length > 0)
    conditions.push(["excluded-namespaces", negation(isInNamespace(excluded, policy))]);
  deployment.exemptions.forEach((exemption, position) => {
    conditions.push([`exemption-${position + 1}`, negation(isExempt([exemption]))]);
  });
  return conditions.map(([name, condition]) => ({
    name,
    expression: toCelCondition(foldExpression(condition, policy), policy),
  }));
}

/** Why a request is exempt, and until when, before each exemption's condition. */
export function exemptionComments(
  conditions: readonly { readonly name: string }[],
  { exemptions }: Deployment,
  path: readonly (string | number)[],
): readonly ManifestComment[] {
  return conditions.flatMap(({ name }, position) => {
    const exemption = exemptions[Number(/^exemption-(\d+)$/.exec(name)?.[1]) - 1];
    return exemption === undefined
      ? []
      : [{ path: [...path, position], text: `until ${exemption.expires}: ${exemption.reason}` }];
  });
}

/** What the API server matches by itself: kinds by their plural, operations, selectors. */
export function resourceRules(policy: Policy): readonly Json[] {
  const { kinds, operations } = policy.match;
  const versions = [...new Set(kinds.map(servedBy))];
  return versions.map((groupVersion) => {
    const [group = "", version = ""] = groupVersion.split("/");
    const resources = kinds
      .filter((kind) => servedBy(kind) === groupVersion)
      .flatMap((kind) => resourcesOf(kind));
    return { apiGroups: [group], apiVersions: [version], operations, resources };
  });
}

/** The group and version of the resource: a `Scale` of autoscaling/v1 is sent to `deployments/scale` of apps/v1. */
function servedBy({ resource, ...kind }: ResourceKind): string {
  const { group, version } = resource ?? kind;
  return `${group}/${version}`;
}

/** A running pod changes through sub-resources too: `kubectl debug` adds a container, a resize changes limits. */
function resourcesOf({ group, plural, subresource }: ResourceKind): readonly string[] {
  if (subresource !== undefined) return [`${plural}/${subresource}`];
  return group === "" && plural === "pods" ? ["pods", "pods/ephemeralcontainers", "pods/resize"] : [plural];
}
