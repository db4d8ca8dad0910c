export { type EmissionThread, emissionThread } from "./emission-thread.js";
export type { EmittedFile } from "./emit/file-tree.js";
export {
  lowerPolicies as loadPolicies,
  type ModuleFound,
  type PolicyModules,
  policyModules,
  type SourcePolicy,
  type Sources,
} from "./frontend/index.js";
export {
  clusterPolicy,
  type Emission,
  type EmissionMemory,
  emitPolicies,
  type PolicyDeployment,
} from "./pipeline.js";
export {
  type Deployment,
  type Exemption,
  type ParameterSource,
  type Stage,
  stages,
} from "./targets/deployment.js";
export { type CelEdition, celEdition } from "./targets/index.js";
export { type TargetName, targetNames } from "./targets/target.js";
export { notInConfigMap } from "./targets/vap/config-map.js";
