import { parameters, policy, workloads } from "@policyc/sdk";
import { baseline } from "../../../../../policies/modules/pod-security/baseline.js";
import type { LevelParams } from "../../../../../policies/modules/pod-security/level.js";

export default policy({
  name: "podsecurity-subrule-baseline",
  title: "Baseline",
  description: "Pods must meet the Baseline level of the Pod Security Standards.",
  severity: "high",
  match: workloads,
  kyverno: { rule: "baseline" },
  params: parameters<LevelParams>({ version: "latest" }),
  *check({ object, params }) {
    yield* baseline(object, params);
  },
});
