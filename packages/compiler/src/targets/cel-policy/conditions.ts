import type { Expr, Json, Policy, ResourceKind } from "@policyc/ir";
import { toCelCondition } from "../../backends/cel/index.js";
import { foldExpression } from "../../passes/fold/index.js";
import type { Deployment } from "../deployment.js";
import { any, isExempt, isInNamespace, negation } from "../exemptions.js";
import type { NamedExpression } from "./expressions.js";

/**
 * Conditions on a request, beside the kinds: namespaces with wildcards, labels where a target wants them here, and
 * exemptions. As Gatekeeper means them.
 */
export function matchConditions(
  policy: Policy,
  deployment: Deployment,
  labels?: Expr,
): readonly NamedExpression[] {
  const { namespaces, excludedNamespaces = [] } = policy.match;
  const excluded = [...new Set([...excludedNamespaces, ...deployment.excludedNamespaces])];
  const conditions: [name: string, condition: Expr, doc?: string][] = [];
  // A cluster-scoped object has no namespace and is not filtered by one.
  if (namespaces !== undefined)
    conditions.push(["namespaces", any([isInNamespace([""], policy), isInNamespace(namespaces, policy)])]);
  if (excluded.length > 0)
    conditions.push(["excluded-namespaces", negation(isInNamespace(excluded, policy))]);
  if (labels !== undefined) conditions.push(["labels", labels]);
  deployment.exemptions.forEach((exemption, position) => {
    const why = `until ${exemption.expires}: ${exemption.reason}`;
    conditions.push([`exemption-${position + 1}`, negation(isExempt([exemption], policy)), why]);
  });
  return conditions.map(([name, condition, doc]) => ({
    name,
    expression: toCelCondition(foldExpression(condition, policy), policy),
    ...(doc === undefined ? {} : { doc }),
  }));
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
