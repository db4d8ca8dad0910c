import {
  Deployment,
  type Integer,
  inventory,
  matchesSelector,
  PodDisruptionBudget,
  parameters,
  policy,
  StatefulSet,
  violation,
} from "@policyc/sdk";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** From how many replicas on a budget is needed. */
  minReplicas?: Integer;
}

export default policy({
  name: "disruption-budget-required",
  title: "A disruption budget for each replicated workload",
  description:
    "A Deployment or StatefulSet with several replicas must be selected by a PodDisruptionBudget of its namespace.",
  rationale: "Without a budget, draining two nodes at a time takes all replicas away at once.",
  remediation: "Add a PodDisruptionBudget with the labels of the pod template and `maxUnavailable: 1`.",
  severity: "low",
  controls: [],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Deployment, StatefulSet],
  unreachable: readsOthers,
  params: parameters<Params>({ minReplicas: 2 }),
  *check({ object, params }) {
    const replicas = object.spec.replicas ?? 1;
    if (params.minReplicas !== undefined && replicas < params.minReplicas) return;
    const labels = object.spec.template.metadata?.labels ?? {};
    const budgets = inventory(PodDisruptionBudget, { namespace: object.metadata.namespace });
    const isCovered = budgets.some(
      ({ spec }) => spec.selector !== undefined && matchesSelector(spec.selector, labels),
    );
    if (!isCovered)
      yield violation(
        `${object.kind} <${object.metadata.name}> has ${replicas} replicas and no PodDisruptionBudget`,
        object.metadata,
      );
  },
});
