export type { Definitions, KindEntry, KindIdentity, KubernetesApi, Schema } from "./api.js";
export { customKindModule, customKindSchema } from "./custom-kind.js";
export { type CrdFile, type CustomResource, readCustomResources } from "./custom-resource.js";
export { kubernetesApi } from "./kubernetes-api.js";
export { type KindSchema, schemaFor } from "./schema-for.js";
