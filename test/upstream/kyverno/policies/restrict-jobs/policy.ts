import { Job, policy } from "@policyc/sdk";

export default policy({
  name: "restrict-jobs",
  title: "Jobs come from CronJobs",
  description: "A Job must have been made by a CronJob.",
  severity: "medium",
  match: [Job],
  kyverno: { rule: "restrict-job-from-cronjob" },
  require: ({ object }) => object.metadata.ownerReferences?.[0]?.kind === "CronJob",
  message: "Jobs are only allowed where a CronJob makes them",
});
