import type { LabelSelector } from "@policyc/ir";
import { isJsonObject, type JsonObject, listAt, textAt, textsAt, valueAt } from "../fixtures/json.js";
import type { AdmissionRequest } from "../fixtures/request.js";
import type { Subject } from "./criterion.js";
import { globMatches } from "./glob.js";
import { outsideLabels, outsideNamespaceLabels } from "./labels.js";
import { inExcludedNamespace, isNamespace, namespaceOf, outsideNamespaces } from "./namespaces.js";

/**
 * Whether Gatekeeper asks a Constraint about a request: `spec.match` of the emitted manifest, as `pkg/mutation/match`
 * of Gatekeeper 3.23 reads it.
 */
export function constraintMatches(match: JsonObject, request: AdmissionRequest): boolean {
  const objects = [request.object, request.oldObject].filter((object) => object !== undefined);
  return objects.some((object) => subjectMatches(match, { request, object }));
}

function subjectMatches(match: JsonObject, subject: Subject): boolean {
  const labels = selectorAt(match, "labelSelector");
  const namespaceLabels = selectorAt(match, "namespaceSelector");
  return (
    kindFits(match, subject) &&
    scopeFits(textAt(match, "scope"), subject) &&
    outsideNamespaces(subject, textsAt(match, "namespaces")) === undefined &&
    inExcludedNamespace(subject, textsAt(match, "excludedNamespaces")) === undefined &&
    (labels === undefined || outsideLabels(subject, labels) === undefined) &&
    (namespaceLabels === undefined || outsideNamespaceLabels(subject, namespaceLabels) === undefined) &&
    nameFits(textAt(match, "name") ?? "", subject)
  );
}

function kindFits(match: JsonObject, { request }: Subject): boolean {
  const rules = listAt(match, "kinds");
  const fits = (names: readonly string[], name: string) =>
    names.length === 0 || names.includes("*") || names.includes(name);
  return (
    rules.length === 0 ||
    rules.some(
      (rule) =>
        fits(textsAt(rule, "kinds"), request.kind.kind) &&
        fits(textsAt(rule, "apiGroups"), request.kind.group),
    )
  );
}

function scopeFits(scope: string | undefined, subject: Subject): boolean {
  const namespaced = !isNamespace(subject) && namespaceOf(subject) !== undefined;
  if (scope === "Namespaced") return namespaced;
  return scope !== "Cluster" || !namespaced;
}

function nameFits(pattern: string, { object }: Subject): boolean {
  if (pattern === "") return true;
  const generated = textAt(object, "metadata", "generateName") ?? "";
  return (
    globMatches(pattern, textAt(object, "metadata", "name") ?? "") ||
    (pattern.endsWith("*") && globMatches(pattern, generated))
  );
}

/** A selector of a manifest, read as Kubernetes reads it. */
export function selectorAt(value: JsonObject, name: string): LabelSelector | undefined {
  const selector = value[name];
  if (!isJsonObject(selector)) return undefined;
  const labels = valueAt(selector, ["matchLabels"]);
  return {
    matchLabels: isJsonObject(labels)
      ? Object.fromEntries(Object.entries(labels).map(([key, text]) => [key, String(text)]))
      : {},
    matchExpressions: listAt(selector, "matchExpressions").flatMap((item) => {
      const operator = operators.get(textAt(item, "operator") ?? "");
      return operator === undefined
        ? []
        : [{ key: textAt(item, "key") ?? "", operator, values: textsAt(item, "values") }];
    }),
  };
}

type Operator = NonNullable<LabelSelector["matchExpressions"]>[number]["operator"];

const operators = new Map<string, Operator>([
  ["In", "In"],
  ["NotIn", "NotIn"],
  ["Exists", "Exists"],
  ["DoesNotExist", "DoesNotExist"],
]);
