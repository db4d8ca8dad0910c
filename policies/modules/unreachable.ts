/** Why the policies that read other objects are not for every target. */
export const readsOthers = {
  kyverno: "a ClusterPolicy's CEL cannot read other objects",
  vap: "Kubernetes' own CEL cannot read other objects",
} as const;

/** Why a policy about the configuration of admission is not one of admission. */
export const looksAtAdmission = {
  vap: "an API server asks no admission policy about the configuration of admission, and audits nothing by itself",
} as const;
