import { podSpec, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "psp-check-supplemental-groups",
  title: "Supplemental groups",
  description: "Supplemental groups must be from the ranges 100 to 200 and 500 to 600.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "supplementalgroup-ranges" },
  *check({ object }) {
    for (const group of podSpec(object).securityContext?.supplementalGroups ?? []) {
      if (!(group >= 100 && group <= 200) && !(group >= 500 && group <= 600))
        yield violation(`the supplemental group ${group} is not allowed`);
    }
  },
});
