import { type IntOrString, PodDisruptionBudget, policy, violation } from "@policyc/sdk";

export default policy({
  name: "require-reasonable-pdbs",
  title: "Reasonable budgets",
  description: "A PodDisruptionBudget in percent must let half of the replicas be out of service.",
  severity: "medium",
  match: [PodDisruptionBudget],
  kyverno: { rule: "require-reasonable-pdb-percentage" },
  *check({ object }) {
    const { minAvailable = "", maxUnavailable = "" } = object.spec ?? {};
    if (isPercentage(minAvailable) && !/^([1-9]|[1-4][0-9]|50)%$/.test(`${minAvailable}`))
      yield violation(`minAvailable <${minAvailable}> must be between 1% and 50%`);
    if (isPercentage(maxUnavailable) && !/^([5-9][0-9]|100)%$/.test(`${maxUnavailable}`))
      yield violation(`maxUnavailable <${maxUnavailable}> must be between 50% and 100%`);
  },
});

/** Whether it is a share of the replicas, not a count. */
function isPercentage(value: IntOrString): boolean {
  return typeof value === "string" && /^[0-9]+%$/.test(value);
}
