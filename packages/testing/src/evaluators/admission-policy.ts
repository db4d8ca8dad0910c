import type { EmittedFile } from "@policyc/compiler";
import type { Json } from "@policyc/ir";
import { type JsonObject, listAt, objectAt, textAt, textsAt } from "../fixtures/json.js";
import type { AdmissionRequest } from "../fixtures/request.js";
import { selectorAt } from "../matching/constraint-match.js";
import type { Subject } from "../matching/criterion.js";
import { outsideLabels, outsideNamespaceLabels } from "../matching/labels.js";
import { isNamespace } from "../matching/namespaces.js";
import { withParameters } from "./bound-parameters.js";
import { emittedObjects, isOfKind, NotEmitted } from "./emitted.js";

/** The spec of the emitted ValidatingAdmissionPolicy of a policy, its parameters in it. */
export function admissionPolicySpec(files: readonly EmittedFile[], policyName: string): JsonObject {
  const objects = emittedObjects(files);
  const policies = objects.filter((object) =>
    isOfKind(object, "admissionregistration.k8s.io", "ValidatingAdmissionPolicy"),
  );
  const named = policies.find((object) => textAt(object, "metadata", "name") === policyName);
  const found = named ?? (policies.length === 1 ? policies[0] : undefined);
  if (found === undefined) throw new NotEmitted(`no ValidatingAdmissionPolicy for ${policyName} was emitted`);
  return withParameters(objectAt(found, "spec"), objects);
}

/** Whether the API server asks the policy: `matchConstraints`; the `matchConditions` are CEL, for the engine. */
export function matchConstraintsFit(spec: JsonObject, request: AdmissionRequest): boolean {
  const constraints = objectAt(spec, "matchConstraints");
  const asked = listAt(constraints, "resourceRules").some((rule) => ruleFits(rule, request));
  const excluded = listAt(constraints, "excludeResourceRules").some((rule) => ruleFits(rule, request));
  const objects = [request.object, request.oldObject].filter((object) => object !== undefined);
  return asked && !excluded && objects.some((object) => selectorsFit(constraints, { request, object }));
}

function selectorsFit(constraints: JsonObject, subject: Subject): boolean {
  const labels = selectorAt(constraints, "objectSelector");
  const namespaceLabels = selectorAt(constraints, "namespaceSelector");
  if (labels !== undefined && outsideLabels(subject, labels) !== undefined) return false;
  return namespaceLabels === undefined || outsideNamespaceLabels(subject, namespaceLabels) === undefined;
}

/** Versions are left out: with matchPolicy Equivalent the API server converts. */
function ruleFits(rule: Json, request: AdmissionRequest): boolean {
  const listed = (names: readonly string[], name: string) => names.includes("*") || names.includes(name);
  const { resource, subResource, operation } = request;
  const named =
    resource === undefined
      ? ""
      : `${resource.resource}${subResource === undefined || subResource === "" ? "" : `/${subResource}`}`;
  if (operation !== undefined && !listed(textsAt(rule, "operations"), operation)) return false;
  const group = resource?.group ?? request.kind.group;
  if (!listed(textsAt(rule, "apiGroups"), group) || !scopeFits(textAt(rule, "scope"), request)) return false;
  return listed(textsAt(rule, "resources"), named) || textsAt(rule, "resources").includes("*/*");
}

function scopeFits(scope: string | undefined, request: AdmissionRequest): boolean {
  const namespaced = request.namespace !== undefined && !isNamespace({ request });
  if (scope === "Namespaced") return namespaced;
  return scope !== "Cluster" || !namespaced;
}
