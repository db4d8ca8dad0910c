import { defect } from "@policyc/diagnostics";
import type { Json, Policy } from "@policyc/ir";
import type { Deployment } from "../deployment.js";
import type { ClusterParameters } from "./cluster-parameters.js";
import { fieldsOf } from "./fields.js";
import { paramRef } from "./param-ref.js";
import { textValidations } from "./text-validations.js";

/** Parameters as the entries of a ConfigMap: all must be text. */
export function configMapParameters(
  policy: Policy,
  deployment: Deployment,
  namespace: string,
): ClusterParameters {
  const kind = { apiVersion: "v1", kind: "ConfigMap" };
  const data = Object.entries(deployment.params).map(([name, value]) => [name, asText(value)]);
  return {
    root: "data",
    paramKind: kind,
    paramRef: paramRef(policy, deployment, namespace),
    object: {
      value: { ...kind, metadata: { name: policy.name, namespace }, data: Object.fromEntries(data) },
    },
    validations: textValidations(policy, `${namespace}/${policy.name}`),
  };
}

function asText(value: Json): string {
  return typeof value === "string" ? value : defect("only text is put into a ConfigMap");
}

/** A key of a ConfigMap (k8s.io/apimachinery, IsConfigMapKey). */
const key = /^[-._a-zA-Z0-9]{1,253}$/;

/** The parameters that a ConfigMap cannot hold as they are meant. */
export function notInConfigMap(policy: Policy): readonly string[] {
  return fieldsOf(policy).flatMap(({ name, schema }) =>
    schema["type"] === "string" && key.test(name) ? [] : [name],
  );
}
