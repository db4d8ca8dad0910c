import type { LabelSelector, LabelSelectorRequirement } from "./kinds/meta.js";

/**
 * Does a label selector select these labels? An empty selector selects everything; an absent one must be handled
 * before, since it means nothing or everything, field by field. An unknown operator selects nothing.
 *
 * @example matchesSelector({ matchLabels: { app: "shop" } }, object.metadata.labels ?? {})
 */
export function matchesSelector(selector: LabelSelector, labels: { [key: string]: string }): boolean {
  const exact = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return (
    exact && (selector.matchExpressions ?? []).every((requirement) => meetsRequirement(requirement, labels))
  );
}

/** As metav1.LabelSelectorAsSelector: `NotIn` also selects what has no such label. */
function meetsRequirement(requirement: LabelSelectorRequirement, labels: { [key: string]: string }): boolean {
  const { key, operator } = requirement;
  const values = requirement.values ?? [];
  const value = labels[key];
  switch (operator) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    default:
      return false;
  }
}
