import type { LabelSelector, LabelSelectorRequirement } from "@policyc/sdk";

/**
 * Does the selector select whatever is not excluded? It does where nothing must be there: no label with a value, and
 * only `NotIn` and `DoesNotExist`. Every namespace has the label `kubernetes.io/metadata.name`.
 */
export function selectsAnything(selector: LabelSelector): boolean {
  return (
    Object.keys(selector.matchLabels ?? {}).length === 0 &&
    (selector.matchExpressions ?? []).every(asksForNothing)
  );
}

function asksForNothing({ key, operator }: LabelSelectorRequirement): boolean {
  return (
    operator === "NotIn" ||
    operator === "DoesNotExist" ||
    (operator === "Exists" && key === "kubernetes.io/metadata.name")
  );
}
