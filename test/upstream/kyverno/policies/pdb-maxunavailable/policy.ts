import { PodDisruptionBudget, policy } from "@policyc/sdk";

export default policy({
  name: "pdb-maxunavailable",
  title: "Budgets let pods go",
  description: "A PodDisruptionBudget must let at least one pod be evicted, or its nodes cannot be drained.",
  severity: "medium",
  match: [PodDisruptionBudget],
  require: ({ object }) => {
    const most = object.spec?.maxUnavailable;
    if (most === undefined) return true;
    return typeof most === "number" ? most > 0 : !/^(-.*|0+%?)$/.test(most);
  },
  message: "maxUnavailable must be greater than zero",
});
