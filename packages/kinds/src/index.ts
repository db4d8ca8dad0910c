export type { KindEntry, KubernetesApi, Schema } from "./api.js";
export { kubernetesApi } from "./kubernetes-api.js";
export { type KindSchema, schemaFor } from "./schema-for.js";
