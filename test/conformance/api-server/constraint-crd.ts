import { at, type JsonObject, objectOf, textOf } from "../json.js";

/**
 * The CRD that Gatekeeper makes of a ConstraintTemplate, so that the API server can judge a constraint.
 * As in frameworks/constraint/pkg/client/crds: `CreateSchema` and `CreateCRD`.
 */
export function constraintCrd(template: JsonObject, matchSchema: JsonObject): JsonObject {
  const kind = textOf(at(template, "spec", "crd", "spec", "names", "kind"));
  const plural = kind.toLowerCase();
  const schema = schemaOf(template, matchSchema);
  const version = (name: string): JsonObject => ({
    name,
    served: true,
    storage: name === "v1beta1",
    schema: { openAPIV3Schema: schema },
    subresources: { status: {} },
  });
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.constraints.gatekeeper.sh`, labels: { "gatekeeper.sh/constraint": "yes" } },
    spec: {
      group: "constraints.gatekeeper.sh",
      scope: "Cluster",
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular: plural,
        categories: ["constraint", "constraints"],
      },
      versions: [version("v1beta1"), version("v1alpha1")],
    },
  };
}

function schemaOf(template: JsonObject, matchSchema: JsonObject): JsonObject {
  const text: JsonObject = { type: "string" };
  const points = array(object({ name: text }));
  const parameters = at(template, "spec", "crd", "spec", "validation", "openAPIV3Schema");
  return object({
    metadata: object({ name: { type: "string", maxLength: 63 } }),
    spec: object({
      match: matchSchema,
      enforcementAction: { type: "string", default: "deny" },
      scopedEnforcementActions: array(object({ action: text, enforcementPoints: points })),
      ...(parameters === undefined ? {} : { parameters: objectOf(parameters) }),
    }),
    status: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
  });
}

function object(properties: JsonObject): JsonObject {
  return { type: "object", properties };
}

function array(items: JsonObject): JsonObject {
  return { type: "array", items };
}
