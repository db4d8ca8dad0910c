import { podSpec, violation, type Workload } from "@policyc/sdk";

/** HostPath Volumes (Baseline, v1.0): none. */
export function* hostPathVolumes(object: Workload) {
  for (const volume of podSpec(object).volumes ?? []) {
    if (volume.hostPath !== undefined)
      yield violation(`volume <${volume.name}> must not mount the host path ${volume.hostPath.path}`, volume);
  }
}
