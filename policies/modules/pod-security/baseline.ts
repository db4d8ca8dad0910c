import type { Workload } from "@policyc/sdk";
import { appArmor } from "./apparmor.js";
import { baselineCapabilities } from "./capabilities.js";
import { hostNamespaces } from "./host-namespaces.js";
import { hostPathVolumes } from "./host-path-volumes.js";
import { hostPorts } from "./host-ports.js";
import { hostProbes } from "./host-probes.js";
import { hostProcess } from "./host-process.js";
import { holds, inScope, type LevelParams } from "./level.js";
import { privilegedContainers } from "./privileged-containers.js";
import { baselineProcMount } from "./proc-mount.js";
import { baselineSeccomp } from "./seccomp.js";
import { seLinux } from "./selinux.js";
import { sysctls } from "./sysctls.js";
import { minorVersion } from "./version.js";

/** The Baseline level: nothing that is known to lead to the node. */
export function* baseline(object: Workload, params: LevelParams) {
  const minor = minorVersion(params.version);
  yield* always(object, params);
  yield* baselineCapabilities(inScope(object, "capabilities", params));
  if (holds("hostpath-volumes", params)) yield* hostPathVolumes(object);
  yield* baselineProcMount(object, inScope(object, "proc-mount", params), minor);
  if (holds("seccomp", params)) yield* baselineSeccomp(object, inScope(object, "seccomp", params), minor);
}

/** The controls of Baseline that Restricted takes over as they are. */
export function* always(object: Workload, params: LevelParams) {
  const minor = minorVersion(params.version);
  if (holds("host-process", params)) yield* hostProcess(object, inScope(object, "host-process", params));
  if (holds("host-namespaces", params)) yield* hostNamespaces(object);
  yield* privilegedContainers(inScope(object, "privileged-containers", params));
  yield* hostPorts(inScope(object, "host-ports", params));
  yield* hostProbes(inScope(object, "host-probes", params), minor);
  if (holds("apparmor", params)) yield* appArmor(object, inScope(object, "apparmor", params));
  if (holds("selinux", params)) yield* seLinux(object, inScope(object, "selinux", params), minor);
  if (holds("sysctls", params)) yield* sysctls(object, minor);
}
