import type { LabelSelector } from "@policyc/ir";
import { isJsonObject, type JsonObject, valueAt } from "../fixtures/json.js";
import type { Reason, Subject } from "./criterion.js";
import { isNamespace, namespaceOf } from "./namespaces.js";

export type Labels = Readonly<Record<string, string>>;

/** The labels of an object. */
export function labelsOf(object: JsonObject | undefined): Labels {
  const labels = valueAt(object, ["metadata", "labels"]);
  if (!isJsonObject(labels)) return {};
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
}

/** `metav1.LabelSelectorAsSelector`: all conditions hold; an empty selector selects everything. */
export function selects(selector: LabelSelector, labels: Labels): boolean {
  const equal = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return equal && (selector.matchExpressions ?? []).every((expression) => holds(expression, labels));
}

type Requirement = NonNullable<LabelSelector["matchExpressions"]>[number];

function holds({ key, operator, values = [] }: Requirement, labels: Labels): boolean {
  const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case "In":
      return label !== undefined && values.includes(label);
    case "NotIn":
      return label === undefined || !values.includes(label);
    case "Exists":
      return label !== undefined;
    case "DoesNotExist":
      return label === undefined;
  }
}

export function outsideLabels({ object }: Subject, selector: LabelSelector): Reason {
  return selects(selector, labelsOf(object))
    ? undefined
    : "the object's labels are not those the policy selects";
}

/** A Namespace is selected by its own labels; cluster-scoped objects are not filtered. */
export function outsideNamespaceLabels(subject: Subject, selector: LabelSelector): Reason {
  const name = namespaceOf(subject);
  if (name === undefined) return undefined;
  const namespace = isNamespace(subject) ? subject.object : subject.request.namespaceObject;
  const labels = namespace === undefined ? { "kubernetes.io/metadata.name": name } : labelsOf(namespace);
  return selects(selector, labels)
    ? undefined
    : `the labels of namespace \`${name}\` are not those the policy selects`;
}
