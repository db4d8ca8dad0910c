import type { Workload } from "@policyc/sdk";
import { always } from "./baseline.js";
import { baselineCapabilities, restrictedCapabilities } from "./capabilities.js";
import { holds, inScope, type LevelParams } from "./level.js";
import { privilegeEscalation } from "./privilege-escalation.js";
import { maskedProc } from "./proc-mount.js";
import { runAsNonRoot, runAsUser } from "./run-as-non-root.js";
import { restrictedSeccomp, seccompAnnotations } from "./seccomp.js";
import { minorVersion } from "./version.js";
import { volumeTypes } from "./volume-types.js";

/** The Restricted level: current practice of hardening. Some controls take the place of Baseline's. */
export function* restricted(object: Workload, params: LevelParams) {
  const minor = minorVersion(params.version);
  yield* always(object, params);
  yield* maskedProc(inScope(object, "proc-mount", params));
  if (holds("volume-types", params)) yield* volumeTypes(object);
  yield* privilegeEscalation(object, inScope(object, "privilege-escalation", params), minor);
  if (holds("running-as-non-root", params))
    yield* runAsNonRoot(object, inScope(object, "running-as-non-root", params), minor);
  if (holds("running-as-non-root-user", params))
    yield* runAsUser(object, inScope(object, "running-as-non-root-user", params), minor);
  yield* capabilities(object, params, minor);
  if (holds("seccomp", params)) yield* seccomp(object, params, minor);
}

function* capabilities(object: Workload, params: LevelParams, minor: number) {
  const checked = inScope(object, "capabilities", params);
  if (minor < 22) yield* baselineCapabilities(checked);
  else yield* restrictedCapabilities(object, checked, minor);
}

function* seccomp(object: Workload, params: LevelParams, minor: number) {
  const checked = inScope(object, "seccomp", params);
  if (minor < 19) yield* seccompAnnotations(object, checked);
  else yield* restrictedSeccomp(object, checked, minor);
}
