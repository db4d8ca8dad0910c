import { type AdmissionRequest, type AnyContainer, containers, podSpec, type Workload } from "@policyc/sdk";
import { isExemptImage } from "../exempt-images.js";
import { isPodUpdate } from "../pod-update.js";

/** The controls of the Pod Security Standards, as their page names them. */
export type Control =
  | "apparmor"
  | "capabilities"
  | "host-namespaces"
  | "host-ports"
  | "host-probes"
  | "host-process"
  | "hostpath-volumes"
  | "privilege-escalation"
  | "privileged-containers"
  | "proc-mount"
  | "running-as-non-root"
  | "running-as-non-root-user"
  | "seccomp"
  | "selinux"
  | "sysctls"
  | "volume-types";

/** A control that does not hold, or not for some images. */
export interface Exclusion {
  control: Control;
  /** The images whose containers the control leaves alone: exact references, or prefixes that end with `*`. Without it the whole control is off, for the fields of the pod too. */
  images?: string[];
}

/** The parameters of a level. */
export interface LevelParams {
  /**
   * The version of Kubernetes whose standard holds: `latest`, or `v1.0`, `v1.1`, …
   * @pattern ^(latest|v1\.(0|[1-9][0-9]*))$
   */
  version?: string;
  /** Controls that do not hold, or not for some images. */
  exclude?: Exclusion[];
  /** Users whose pods are not looked at. A controller's user makes the pods of a workload, so name people and robots, not controllers. */
  exemptUsers?: string[];
  /** Runtime classes whose pods are not looked at: those of a sandbox that confines them by itself. */
  exemptRuntimeClasses?: string[];
}

/** Is there nothing to look at? A pod that runs already, an exempt user or an exempt runtime class. */
export function isExempt(object: Workload, params: LevelParams, request: AdmissionRequest): boolean {
  const runtimeClass = podSpec(object).runtimeClassName ?? "";
  return (
    isPodUpdate(object, request) ||
    (params.exemptUsers ?? []).includes(request.userInfo?.username ?? "") ||
    (params.exemptRuntimeClasses ?? []).includes(runtimeClass)
  );
}

/** Does the control hold at all? */
export function holds(control: Control, params: LevelParams): boolean {
  return !(params.exclude ?? []).some((entry) => entry.control === control && entry.images === undefined);
}

/** The containers that a control looks at: none where it does not hold, and not those of excluded images. */
export function inScope(object: Workload, control: Control, params: LevelParams): AnyContainer[] {
  return containers(object).filter(
    (container) =>
      !(params.exclude ?? []).some((entry) => entry.control === control && isOffFor(container, entry)),
  );
}

function isOffFor({ image = "" }: AnyContainer, { images }: Exclusion): boolean {
  return images === undefined || isExemptImage(image, images);
}
