import type { Expr, Json, Policy, ResourceKind } from "@policyc/ir";
import { toCelCondition } from "../../backends/cel/index.js";
import type { ManifestComment } from "../../emit/manifest.js";
import { foldExpr } from "../../passes/fold.js";
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
    conditions.push(["namespaces", any([isInNamespace([""]), isInNamespace(namespaces)])]);
  if (excluded.length > 0) conditions.push(["excluded-namespaces", negation(isInNamespace(excluded))]);
  deployment.exemptions.forEach((exemption, position) => {
    conditions.push([`exemption-${position + 1}`, negation(isExempt([exemption]))]);
  });
  return conditions.map(([name, condition]) => ({ name, expression: toCelCondition(foldExpr(condition)) }));
}

/** Why a request is exempt, and until when: a comment before the condition of each exemption. */
export function exemptionComments(
  policy: Policy,
  deployment: Deployment,
  path: ManifestComment["path"],
): readonly ManifestComment[] {
  const conditions = matchConditions(policy, deployment).map((condition) => condition.name);
  return deployment.exemptions.map(({ reason, expires }, position) => ({
    path: [...path, conditions.indexOf(`exemption-${position + 1}`)],
    text: `Until ${expires}: ${reason}`,
  }));
}

/** What the API server matches by itself: kinds by their plural, operations, selectors. */
export function resourceRules(policy: Policy): readonly Json[] {
  const { kinds, operations } = policy.match;
  const versions = [...new Set(kinds.map((kind) => `${kind.group}/${kind.version}`))];
  return versions.map((groupVersion) => {
    const [group = "", version = ""] = groupVersion.split("/");
    const resources = kinds
      .filter((kind) => `${kind.group}/${kind.version}` === groupVersion)
      .flatMap((kind) => resourcesOf(kind));
    return { apiGroups: [group], apiVersions: [version], operations, resources };
  });
}

/** A running pod changes through sub-resources too: `kubectl debug` adds a container, a resize changes limits. */
function resourcesOf({ group, plural, subresource }: ResourceKind): readonly string[] {
  if (subresource !== undefined) return [`${plural}/${subresource}`];
  return group === "" && plural === "pods" ? ["pods", "pods/ephemeralcontainers", "pods/resize"] : [plural];
}
