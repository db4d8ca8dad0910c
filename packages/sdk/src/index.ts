export type { Admission, AdmissionRequest, Operation, UserInfo } from "./admission.js";
export { type DocumentIdentity, type DocumentKind, document, type Recognition } from "./document.js";
export {
  type ImageReference,
  image,
  imageDigest,
  imageRegistry,
  imageRepository,
  imageTag,
} from "./image.js";
export { codePointLength, codePointSlice } from "./intrinsics/code-points.js";
export { deepEqual } from "./intrinsics/deep-equal.js";
export { globMatches } from "./intrinsics/glob.js";
export { type InventoryOptions, inventory } from "./intrinsics/inventory.js";
export { cidrContains, isCidr, isIp } from "./intrinsics/ip.js";
export { parseInteger, parseNumber } from "./intrinsics/number.js";
export { compareQuantities, isQuantity, milliValue } from "./intrinsics/quantity.js";
export { regexMatches } from "./intrinsics/regex.js";
export { compareSemver, isSemver } from "./intrinsics/semver.js";
export { sorted } from "./intrinsics/sorted.js";
export {
  type Embedded,
  type InstanceOf,
  type Integer,
  type IntOrString,
  type Kind,
  type KindIdentity,
  kind,
  type NamedObjectMeta,
  type Quantity,
  type Scope,
  type Time,
} from "./kind.js";
export * from "./kinds/index.js";
export { matchesSelector } from "./label-selector.js";
export type { Match } from "./match.js";
export { type Parameters, parameters } from "./parameters.js";
export {
  type KyvernoNames,
  type Policy,
  policy,
  type Rollout,
  type Severity,
  type Target,
} from "./policy.js";
export { type Access, grants } from "./rbac.js";
export { isSameObject } from "./same-object.js";
export {
  DeploymentScale,
  type Eviction,
  PodEviction,
  type Scale,
  StatefulSetScale,
} from "./sub-resources.js";
export { type Violation, violation } from "./violation.js";
export {
  type AnyContainer,
  appContainers,
  containers,
  ephemeralContainers,
  initContainers,
  podMetadata,
  podSpec,
  type Workload,
  workloads,
} from "./workloads.js";
