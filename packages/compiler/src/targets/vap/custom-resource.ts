import type { Json, JsonSchema, Policy } from "@policyc/ir";
import type { Manifest } from "../../emit/manifest.js";
import type { Deployment } from "../deployment.js";
import { commonAnnotations } from "../headers.js";
import type { ClusterParameters } from "./cluster-parameters.js";
import { paramRef } from "./param-ref.js";
import { withDefaults } from "./schema-defaults.js";

const group = "policyc.dev";
const version = "v1";

/** Parameters in a custom resource of the policy's own kind, whose schema is the parameters' type. */
export function resourceParameters(
  policy: Policy,
  deployment: Deployment,
  namespace: string | undefined,
): ClusterParameters {
  const paramKind = { apiVersion: `${group}/${version}`, kind: kindOf(policy) };
  const metadata = { name: policy.name, ...(namespace === undefined ? {} : { namespace }) };
  return {
    root: "spec",
    paramKind,
    paramRef: paramRef(policy, deployment, namespace),
    definition: { value: definition(policy, namespace === undefined ? "Cluster" : "Namespaced") },
    object: { value: { ...paramKind, metadata, spec: deployment.params } },
    validations: [],
  };
}

/** The Constraint's kind is Gatekeeper's; `kubectl get allowedrepos` should not have to guess whose is meant. */
function kindOf({ constraintKind }: Policy): string {
  return `${constraintKind}Params`;
}

function definition(policy: Policy, scope: "Cluster" | "Namespaced"): Manifest["value"] {
  const kind = kindOf(policy);
  // "Params" is a plural already.
  const plural = kind.toLowerCase();
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.${group}`, annotations: commonAnnotations(policy) },
    spec: {
      group,
      names: { kind, listKind: `${kind}List`, plural, singular: plural },
      scope,
      versions: [{ name: version, served: true, storage: true, schema: { openAPIV3Schema: schema(policy) } }],
    },
  };
}

function schema({ name, title, params }: Policy): { readonly [keyword: string]: Json } {
  const spec: JsonSchema = withDefaults(params.schema, params.defaults);
  return {
    description: `Parameters of the policy ${name}: ${title}`,
    type: "object",
    required: ["spec"],
    properties: { spec },
  };
}
