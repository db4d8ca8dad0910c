import { CronJob, kind, policy } from "@policyc/sdk";

const OldCronJob = kind<CronJob>({
// PC2104 at column 20
  group: "batch",
  version: "v1beta1",
  kind: "CronJob",
  plural: "cronjobs",
  scope: "Namespaced",
});

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [CronJob, OldCronJob],
  require: ({ object }) => object.apiVersion !== "batch/v1",
  message: "an example",
});
