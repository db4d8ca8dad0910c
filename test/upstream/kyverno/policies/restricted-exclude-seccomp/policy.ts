import { parameters, policy, workloads } from "@policyc/sdk";
import type { LevelParams } from "../../../../../policies/modules/pod-security/level.js";
import { restricted } from "../../../../../policies/modules/pod-security/restricted.js";

export default policy({
  name: "podsecurity-subrule-restricted-seccomp",
  title: "Restricted but for seccomp",
  description:
    "Pods must meet the Restricted level of the Pod Security Standards; their seccomp profile is free.",
  severity: "high",
  match: workloads,
  kyverno: { rule: "restricted-exempt-seccomp" },
  params: parameters<LevelParams>({ version: "latest", exclude: [{ control: "seccomp" }] }),
  *check({ object, params }) {
    yield* restricted(object, params);
  },
});
