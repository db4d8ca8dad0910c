import { CronJob, DaemonSet, Deployment, inventory, Job, Pod, StatefulSet } from "@policyc/sdk";

/**
 * Does anything run in the namespace, as far as the inventory knows? In a cluster every pod is there; in a scan of
 * manifests it is what makes the pods. A namespace in which nothing runs needs no protection yet, and could not be
 * created if it did.
 */
export function isInUse(namespace: string): boolean {
  return (
    inventory(Pod, { namespace }).length > 0 ||
    inventory(Deployment, { namespace }).length > 0 ||
    inventory(StatefulSet, { namespace }).length > 0 ||
    inventory(DaemonSet, { namespace }).length > 0 ||
    inventory(CronJob, { namespace }).length > 0 ||
    inventory(Job, { namespace }).length > 0
  );
}
