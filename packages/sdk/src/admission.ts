import type { Namespace } from "./kinds/core.js";

export type Operation = "CREATE" | "UPDATE" | "DELETE" | "CONNECT";

/** Who sent the request. */
export interface UserInfo {
  username?: string;
  uid?: string;
  groups?: string[];
}

/**
 * The request that a policy is asked about. Gatekeeper's audit and offline scans look at objects
 * that nobody is sending: `operation` and `userInfo` are absent then.
 */
export interface AdmissionRequest {
  operation?: Operation;
  name?: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  /** E.g. `ephemeralcontainers`, `scale`; absent (or empty) for the object itself. */
  subResource?: string;
  userInfo?: UserInfo;
  dryRun?: boolean;
}

/** What a predicate gets: the object, the parameters of the deployment, and the request. */
export interface Admission<T, P> {
  readonly object: T;
  /** The object before an UPDATE or DELETE. */
  readonly oldObject: T | undefined;
  readonly params: P;
  readonly request: AdmissionRequest;
  /** The Namespace of a namespaced object, where the engine knows it. */
  readonly namespaceObject: Namespace | undefined;
}
