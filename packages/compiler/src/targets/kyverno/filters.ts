import { isNamespace, type Json, type LabelSelector, type Policy, type ResourceKind } from "@policyc/ir";
import { selector } from "../selector.js";

/**
 * Which objects a rule is about: one filter, or one for each place where objects are. A selector of namespaces holds for
 * no Namespace and for nothing outside of one in Kyverno (1.19, pkg/engine/utils/match.go); the API server goes by the
 * own labels of the one, and asks about the other.
 */
export function filters({ match }: Policy): readonly Json[] {
  const { kinds, operations, labelSelector, namespaceSelector } = match;
  const filter = (
    of: readonly ResourceKind[],
    labels?: LabelSelector,
    namespaces?: LabelSelector,
  ): Json[] => {
    const selectors = {
      ...(labels === undefined ? {} : { selector: selector(labels) }),
      ...(namespaces === undefined ? {} : { namespaceSelector: selector(namespaces) }),
    };
    return of.length === 0 ? [] : [{ resources: { kinds: of.map(kindName), operations, ...selectors } }];
  };
  if (namespaceSelector === undefined) return filter(kinds, labelSelector);
  const isInside = ({ scope }: ResourceKind): boolean => scope === "Namespaced";
  return [
    ...filter(kinds.filter(isInside), labelSelector, namespaceSelector),
    ...filter(kinds.filter(isNamespace), both(labelSelector, namespaceSelector)),
    ...filter(
      kinds.filter((kind) => !isInside(kind) && !isNamespace(kind)),
      labelSelector,
    ),
  ];
}

/** What both select. */
function both(one: LabelSelector = {}, other: LabelSelector): LabelSelector {
  const wanted = Object.entries(other.matchLabels ?? {});
  const expressions = [
    ...(one.matchExpressions ?? []),
    ...(other.matchExpressions ?? []),
    ...wanted
      .filter(([key]) => one.matchLabels?.[key] !== undefined)
      .map(([key, value]) => ({ key, operator: "In" as const, values: [value] })),
  ];
  const labels = { ...other.matchLabels, ...one.matchLabels };
  return {
    ...(Object.keys(labels).length === 0 ? {} : { matchLabels: labels }),
    ...(expressions.length === 0 ? {} : { matchExpressions: expressions }),
  };
}

/** `group/version/Kind`; `v1/Kind` in the core group. A sub-resource goes by the kind that it is one of: `v1/Pod/exec`. */
function kindName({ kind, plural, subresource, resource, ...own }: ResourceKind): string {
  const { group, version } = resource ?? own;
  const prefix = group === "" ? version : `${group}/${version}`;
  if (subresource === undefined) return `${prefix}/${kind}`;
  return `${prefix}/${parents[plural] ?? "*"}/${subresource}`;
}

/** What Kubernetes itself serves with sub-resources. */
export const parents: { readonly [plural: string]: string } = {
  daemonsets: "DaemonSet",
  deployments: "Deployment",
  namespaces: "Namespace",
  nodes: "Node",
  pods: "Pod",
  replicasets: "ReplicaSet",
  replicationcontrollers: "ReplicationController",
  serviceaccounts: "ServiceAccount",
  services: "Service",
  statefulsets: "StatefulSet",
};
