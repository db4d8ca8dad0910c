import type { Integer } from "./kind.js";
import type { Namespace } from "./kinds/core.js";

/**
 * What is done to an object. CONNECT is `kubectl exec`, `attach`, `port-forward` and `proxy`.
 *
 * @example
 * match: { kinds: [PodExecOptions], operations: ["CONNECT"] satisfies Operation[] }
 */
export type Operation = "CREATE" | "UPDATE" | "DELETE" | "CONNECT";

/**
 * Who sent the request.
 *
 * @example
 * const isAdmin = (user: UserInfo): boolean => (user.groups ?? []).includes("system:masters");
 */
export interface UserInfo {
  username?: string;
  uid?: string;
  groups?: string[];
  /** What the authenticator knows beside: names to values. */
  extra?: { [key: string]: string[] };
}

/**
 * The request that a policy is asked about. Gatekeeper's audit and offline scans look at objects that nobody is
 * sending: `operation` and `userInfo` are absent then.
 *
 * @example
 * if (request.operation === "UPDATE") yield violation("must not be changed", object);
 */
export interface AdmissionRequest {
  operation?: Operation;
  /** Absent where the server makes a name up (`generateName`) and has not done so yet. */
  name?: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  /** E.g. `ephemeralcontainers`, `exec`; absent (or empty) for the object itself. */
  subResource?: string;
  userInfo?: UserInfo;
  dryRun?: boolean;
  kind?: { group: string; version: string; kind: string };
  /** Absent in Gatekeeper's audit. */
  resource?: { group: string; version: string; resource: string };
  /** How it is done, by what the operation takes. Nothing with CONNECT, where the `object` says it, and in Gatekeeper's audit. */
  options?: {
    apiVersion?: string;
    /** `CreateOptions`, `UpdateOptions`, `DeleteOptions`. */
    kind?: string;
    /** `All` for a dry run, as `request.dryRun` says too. */
    dryRun?: string[];
    /** Who owns the fields that are created or updated, e.g. `kubectl-client-side-apply`. */
    fieldManager?: string;
    fieldValidation?: string;
    /** On DELETE: 0 is at once. */
    gracePeriodSeconds?: Integer;
    /** On DELETE: what becomes of the objects that this one owns. */
    propagationPolicy?: "Orphan" | "Background" | "Foreground";
    /** On DELETE: only where the object is still that one. */
    preconditions?: { uid?: string; resourceVersion?: string };
  } | null;
}

/**
 * What a predicate gets: the object, the parameters of the deployment, and the request. A function that takes it and reads
 * no parameters needs no type for them: `Admission<Pod>`.
 *
 * @example
 * const isCreated = ({ request }: Admission<Pod, Params>): boolean => request.operation === "CREATE";
 */
export interface Admission<T, P = unknown> {
  /** On DELETE the object that is to be deleted. */
  readonly object: T;
  /** The object before an UPDATE or DELETE; absent otherwise. */
  readonly oldObject?: T | undefined;
  readonly params: P;
  readonly request: AdmissionRequest;
  /** The Namespace of a namespaced object, where the engine knows it. */
  readonly namespaceObject?: Namespace | undefined;
}
