import type { Schema } from "../src/api.js";

/**
 * Lists and pointers that Go encodes without `omitempty` and validation lets be empty: the API server hands `null` to
 * admission where a manifest leaves them out. Found by reading the json tags of k8s.io/api v0.37.2.
 */
const nullable = new Set([
  "io.k8s.api.batch.v1.PodFailurePolicy.rules",
  "io.k8s.api.core.v1.AzureFilePersistentVolumeSource.secretNamespace",
  "io.k8s.api.core.v1.LimitRangeSpec.limits",
  "io.k8s.api.core.v1.PodExecOptions.command",
  "io.k8s.api.core.v1.ProjectedVolumeSource.sources",
  "io.k8s.api.core.v1.ScaleIOPersistentVolumeSource.secretRef",
  "io.k8s.api.core.v1.ScaleIOVolumeSource.secretRef",
  "io.k8s.api.core.v1.TypedLocalObjectReference.apiGroup",
  "io.k8s.api.core.v1.TypedObjectReference.apiGroup",
  "io.k8s.api.discovery.v1.EndpointSlice.endpoints",
  "io.k8s.api.discovery.v1.EndpointSlice.ports",
  "io.k8s.api.networking.v1.IngressClassParametersReference.scope",
  "io.k8s.api.rbac.v1.ClusterRole.rules",
  "io.k8s.api.rbac.v1.Role.rules",
  "io.k8s.api.resource.v1.DeviceClaim.requests",
  "io.k8s.api.storage.v1.CSINodeSpec.drivers",
]);

/**
 * Specs that are always encoded, as every Go struct without a pointer, but that manifests usually leave out: offline
 * tools evaluate the manifest.
 */
const oftenLeftOut = new Set([
  "io.k8s.api.core.v1.Namespace",
  "io.k8s.api.core.v1.Node",
  "io.k8s.api.coordination.v1.Lease",
]);

/** A pointer in Go, so without a default, that validation requires. */
const requiredByValidation = new Set(["io.k8s.api.core.v1.ReplicationControllerSpec.template"]);

/**
 * The definition with `required` as an admitted object guarantees it. OpenAPI lists what Go declares to be required.
 * A Go struct that is no pointer is encoded even where it is empty (none of these has `omitzero` in 1.37), which
 * OpenAPI shows as `default: {}`; of those only metadata, specs and pod templates are relied on.
 */
export function guaranteed(name: string, schema: Schema, isKind: boolean): Schema {
  const { required, properties = {}, ...rest } = schema;
  if (schema.properties === undefined) return schema;
  const names = Object.keys(properties).filter((field) => {
    const path = `${name}.${field}`;
    if (isKind && field === "metadata") return true;
    if (required?.includes(field) === true) return !nullable.has(path);
    return (
      requiredByValidation.has(path) || (isStructure(field, properties[field]) && !oftenLeftOut.has(name))
    );
  });
  return {
    ...rest,
    ...(names.length === 0 ? {} : { required: names }),
    properties: Object.fromEntries(
      Object.entries(withoutZeroDefaults(properties)).map(([field, property]) => [
        field,
        nullable.has(`${name}.${field}`) ? { ...property, nullable: true } : property,
      ]),
    ),
  };
}

function isStructure(field: string, schema: Schema | undefined): boolean {
  if (schema?.default === undefined) return false;
  return field === "spec" || (field === "template" && schema.$ref?.endsWith(".PodTemplateSpec") === true);
}

/** Go's zero values are in OpenAPI as defaults; they say nothing that a type or a check needs. */
function withoutZeroDefaults(properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([field, schema]) => [field, withoutZeroDefault(schema)]),
  );
}

function withoutZeroDefault(schema: Schema): Schema {
  const { default: value, ...rest } = schema;
  const isZero = value === "" || value === 0 || value === false || JSON.stringify(value) === "{}";
  const { items, additionalProperties } = rest;
  return {
    ...rest,
    ...(value === undefined || isZero ? {} : { default: value }),
    ...(items === undefined ? {} : { items: withoutZeroDefault(items) }),
    ...(typeof additionalProperties === "object"
      ? { additionalProperties: withoutZeroDefault(additionalProperties) }
      : {}),
  };
}
