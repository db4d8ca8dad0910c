import { CronJob, type Integer, Job, type JobSpec, parameters, policy, violation } from "@policyc/sdk";

interface Params {
  /** The most retries of a job. */
  maxBackoffLimit?: Integer;
  /** The longest that a job may take, in seconds. */
  maxDeadlineSeconds?: Integer;
}

/** Helm and Argo CD delete the hooks that carry these, before the next one or when they have ended. */
const hookDeletions: readonly string[] = [
  "helm.sh/hook-delete-policy",
  "argocd.argoproj.io/hook-delete-policy",
];

export default policy({
  name: "job-limits",
  title: "Jobs that end",
  description:
    "Jobs must have a deadline, a bound of retries, and be cleared away; CronJobs must not run beside themselves, nor miss every start.",
  rationale:
    "A job that hangs holds its resources for ever, and a CronJob starts the next one beside it, each time, until the namespace or the cluster is full.",
  remediation:
    "Set activeDeadlineSeconds, and ttlSecondsAfterFinished on a Job that no CronJob makes and no hook-delete-policy clears away; set concurrencyPolicy to Forbid or Replace, and startingDeadlineSeconds to 10 or more.",
  severity: "low",
  controls: ["NIST-800-53-5/SC-5", "NIST-800-53-5/SC-6", "NSA-CISA-1.2/resource-policies"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Job, CronJob],
  params: parameters<Params>({ maxBackoffLimit: 6, maxDeadlineSeconds: 86400 }),
  *check({ object, params }) {
    const who = `${object.kind} <${object.metadata.name}>`;
    if (object.kind === "Job") {
      yield* bounded(who, object.spec, params);
      const isOwned = (object.metadata.ownerReferences ?? []).some((owner) => owner.kind === "CronJob");
      const isDeleted = hookDeletions.some((key) => key in (object.metadata.annotations ?? {}));
      if (!isOwned && !isDeleted && object.spec.ttlSecondsAfterFinished === undefined)
        yield violation(
          `${who} must set ttlSecondsAfterFinished, or it stays when it has ended`,
          object.spec,
        );
      return;
    }
    const { concurrencyPolicy = "Allow", startingDeadlineSeconds, jobTemplate } = object.spec;
    if (concurrencyPolicy === "Allow")
      yield violation(
        `${who} may run beside itself: set concurrencyPolicy to Forbid or Replace`,
        object.spec,
      );
    // The controller looks every 10 seconds: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
    if (startingDeadlineSeconds !== undefined && startingDeadlineSeconds < 10)
      yield violation(`${who} has a startingDeadlineSeconds below 10 and may never start`, object.spec);
    yield* bounded(who, jobTemplate.spec, params);
  },
});

function* bounded(who: string, spec: JobSpec, params: Params) {
  const { maxBackoffLimit, maxDeadlineSeconds } = params;
  const deadline = spec.activeDeadlineSeconds;
  if (deadline === undefined) yield violation(`${who} must set activeDeadlineSeconds`, spec);
  else if (maxDeadlineSeconds !== undefined && deadline > maxDeadlineSeconds)
    yield violation(`${who} may take ${deadline} s, allowed are ${maxDeadlineSeconds}`, spec);
  if (maxBackoffLimit !== undefined && (spec.backoffLimit ?? 6) > maxBackoffLimit)
    yield violation(
      `${who} may be retried ${spec.backoffLimit ?? 6} times, allowed are ${maxBackoffLimit}`,
      spec,
    );
}
