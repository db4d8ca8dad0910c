import { parameters, policy, workloads } from "@policyc/sdk";
import type { LevelParams } from "../../../../../policies/modules/pod-security/level.js";
import { restricted } from "../../../../../policies/modules/pod-security/restricted.js";

export default policy({
  name: "podsecurity-subrule-restricted",
  title: "Restricted",
  description: "Pods must meet the Restricted level of the Pod Security Standards.",
  severity: "high",
  match: workloads,
  kyverno: { rule: "restricted" },
  params: parameters<LevelParams>({ version: "latest" }),
  *check({ object, params }) {
    yield* restricted(object, params);
  },
});
