import type { LabelSelector } from "@policyc/sdk";
import type { CiliumPolicySpec, CiliumRule } from "./network-policy.js";

type Direction = "ingress" | "egress";

/** How Cilium names a pod's namespace among the labels of an endpoint; selectors may say where the label is from. */
export const namespaceKeys: readonly string[] = [
  "io.kubernetes.pod.namespace",
  "k8s:io.kubernetes.pod.namespace",
];

/**
 * Does this part of a Cilium policy deny all pods of the namespace what no rule allows? A direction is denied once it
 * has a rule, be it the empty one, unless `enableDefaultDeny` says otherwise; an empty list is no rule.
 */
export function deniesByDefault(
  spec: CiliumPolicySpec | undefined,
  direction: Direction,
  namespace: string,
): boolean {
  const rules = (direction === "ingress" ? spec?.ingress : spec?.egress) ?? [];
  const said = direction === "ingress" ? spec?.enableDefaultDeny?.ingress : spec?.enableDefaultDeny?.egress;
  const selector = spec?.endpointSelector;
  return (
    selector !== undefined &&
    selectsNamespace(selector, namespace) &&
    (said ?? rules.length > 0) &&
    !rules.some(allowsAll)
  );
}

function allowsAll({ fromEntities, toEntities }: CiliumRule): boolean {
  return (fromEntities ?? []).includes("all") || (toEntities ?? []).includes("all");
}

/** Are all pods of the namespace selected, by the selector of any namespace or by its name? */
function selectsNamespace(selector: LabelSelector, namespace: string): boolean {
  return (
    Object.entries(selector.matchLabels ?? {}).every(
      ([key, value]) => namespaceKeys.includes(key) && value === namespace,
    ) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values }) => {
      if (!namespaceKeys.includes(key)) return false;
      const isListed = (values ?? []).includes(namespace);
      return operator === "Exists" || (operator === "In" && isListed) || (operator === "NotIn" && !isListed);
    })
  );
}
