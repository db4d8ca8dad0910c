import type { Json, JsonSchema, Policy, Verified } from "@policyc/ir";
import { toRego } from "../../backends/rego/index.js";
import type { Manifest } from "../../emit/manifest.js";
import { regoPasses, runPasses } from "../../passes/index.js";
import type { Deployment } from "../deployment.js";
import { isExempt, negation, onlyWhere } from "../exemptions.js";
import { commonAnnotations } from "../headers.js";
import { syncAnnotation, syncedKinds } from "./inventory.js";
import { isByNamespaceOnly } from "./namespaces.js";
import { whereOperationMatters } from "./operations.js";
import { refuseMissingParameters } from "./required-parameters.js";

/** The ConstraintTemplate: the policy's parameters as a schema, its predicate as Rego. */
export function constraintTemplate(policy: Verified<Policy>, deployment: Deployment): Manifest {
  const named = deployment.exemptions.filter((exemption) => !isByNamespaceOnly(exemption));
  const guarded = named.length === 0 ? policy : onlyWhere(policy, negation(isExempt(named, policy)));
  const rego = toRego(runPasses(whereOperationMatters(refuseMissingParameters(guarded)), regoPasses));
  const code: Json = { engine: "Rego", source: { version: "v1", rego } };
  const unusual = policy.match.operations.filter(
    (operation) => operation === "DELETE" || operation === "CONNECT",
  );
  const target: Json = {
    target: "admission.k8s.gatekeeper.sh",
    ...(unusual.length === 0 ? {} : { operations: policy.match.operations }),
    code: [code],
  };
  return {
    value: {
      apiVersion: "templates.gatekeeper.sh/v1",
      kind: "ConstraintTemplate",
      metadata: { name: policy.constraintKind.toLowerCase(), annotations: annotations(policy) },
      spec: {
        crd: { spec: { names: { kind: policy.constraintKind }, ...validation(policy.params.schema) } },
        targets: [target],
      },
    },
  };
}

function annotations(policy: Policy): { readonly [name: string]: Json } {
  return {
    "metadata.gatekeeper.sh/title": policy.title,
    "metadata.gatekeeper.sh/version": "1.0.0",
    description: policy.description,
    "policyc.dev/severity": policy.severity,
    ...syncAnnotation(syncedKinds(policy)),
    ...commonAnnotations(policy),
  };
}

function validation(schema: JsonSchema): { readonly [field: string]: Json } {
  return "properties" in schema ? { validation: { openAPIV3Schema: schema } } : {};
}
