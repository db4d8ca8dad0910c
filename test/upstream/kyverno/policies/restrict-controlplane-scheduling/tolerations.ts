import { podSpec, type Workload } from "@policyc/sdk";

/** Does the pod tolerate the taint with this key, by its name? */
export function tolerates(object: Workload, key: string): boolean {
  return (podSpec(object).tolerations ?? []).some((toleration) => toleration.key === key);
}
